package org.contentpack.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pages for people who have signed in: their methods take the cookie of a session and no token, and
 * those that write only together with what the session's own forms send. All other methods take a
 * token and never a cookie.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ByCookie {}
