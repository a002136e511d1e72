package org.contentpack.pack;

/** One sign in a {@code when-to-get-help} section on which to act. */
public record WarningSign(Urgency urgency, String markdown) {}
