package org.contentpack.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.contentpack.access.Caller;
import org.contentpack.access.Scope;
import org.contentpack.pack.PackId;
import org.contentpack.registry.Actor;

/** Where resources find who sent the request, as {@link AccessFilter} learned it. */
final class Callers {

    static final String ATTRIBUTE = Callers.class.getName();

    private Callers() {}

    /** The caller of a method that {@link Needs} a scope. */
    static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("only a method that needs a scope has a caller");
    }

    /**
     * The caller where it may do this to the pack.
     *
     * @throws ProblemException {@code forbidden}, with the same words whether there is such a pack
     *     or not
     */
    static Actor require(Scope scope, PackId pack, HttpServletRequest request) {
        Caller caller = of(request);
        if (!caller.may(scope, pack)) {
            throw notForThisPack(scope);
        }
        return new Actor(caller.name());
    }

    static ProblemException notForThisPack(Scope scope) {
        return new ProblemException(
                Problem.of(
                        ProblemType.FORBIDDEN,
                        "The credential does not have the scope \""
                                + scope.id()
                                + "\" for packs of this name."));
    }
}
