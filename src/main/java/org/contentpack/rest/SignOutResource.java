package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.contentpack.access.Sessions;

/** Ends a session. */
@ApplicationScoped
@ByCookie
@Path("/sign-out")
public class SignOutResource {

    @Inject Sessions sessions;

    @Inject PageAnswers pages;

    @POST
    public Response signOut(@Context HttpServletRequest request) {
        sessions.end(PageAccess.of(request).id());
        return Response.fromResponse(pages.seeOther("/sign-in"))
                .header("Set-Cookie", Sessions.endedCookie())
                .build();
    }
}
