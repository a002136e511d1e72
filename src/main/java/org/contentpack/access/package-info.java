/**
 * Who may do what: callers, their scopes and how they prove who they are (see {@link
 * org.contentpack.access.Authenticator}).
 */
@NullMarked
package org.contentpack.access;

import org.jspecify.annotations.NullMarked;
