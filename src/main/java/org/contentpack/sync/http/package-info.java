/**
 * Calls of connectors to the sites that they are configured for, and to no other (see {@link
 * org.contentpack.sync.http.SiteHttp}).
 */
@NullMarked
package org.contentpack.sync.http;

import org.jspecify.annotations.NullMarked;
