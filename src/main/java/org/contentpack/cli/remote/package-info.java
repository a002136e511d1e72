/**
 * A server of packs as a command talks to it: one request at a time, bounded in time and size, and
 * what went wrong told in one line.
 */
@NullMarked
package org.contentpack.cli.remote;

import org.jspecify.annotations.NullMarked;
