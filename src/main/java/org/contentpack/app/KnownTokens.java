package org.contentpack.app;

import java.util.List;
import java.util.function.Supplier;
import org.contentpack.access.Token;

/** The tokens that are accepted now; a type of its own, so that it can be injected. */
interface KnownTokens extends Supplier<List<Token>> {}
