package org.contentpack.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.contentpack.access.Scope;

/**
 * The scope that a resource method needs, or several of which one is enough. Without it, a method
 * is open to everybody and may only read; {@link AccessFilter} holds that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {
    Scope[] value();

    /** Which requests are written into the audit log. */
    Audited audited() default Audited.ALL;

    /** What of a method's requests is kept. */
    enum Audited {
        ALL,
        /** For what is asked every few seconds by a machine and changes nothing. */
        REFUSALS
    }
}
