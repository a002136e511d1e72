/**
 * Telling others of what happened: each event of the history becomes a signed notice to every
 * configured webhook (see {@link org.contentpack.webhook.Delivery}).
 */
@NullMarked
package org.contentpack.webhook;

import org.jspecify.annotations.NullMarked;
