/**
 * HTTP: resources, negotiation, caching, problems (see {@link org.contentpack.rest.PacksResource}).
 */
@NullMarked
package org.contentpack.rest;

import org.jspecify.annotations.NullMarked;
