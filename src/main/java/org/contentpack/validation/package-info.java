/**
 * The rules that a pack has to keep, one class each (see {@link
 * org.contentpack.validation.PackValidation}).
 */
@NullMarked
package org.contentpack.validation;

import org.jspecify.annotations.NullMarked;
