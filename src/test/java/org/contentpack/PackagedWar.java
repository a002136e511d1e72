package org.contentpack;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build packaged, with test classes added: what ships is what is tested. */
public final class PackagedWar {
    private PackagedWar() {}

    /** The deployment for tests that run in the container; each needs its own test class in it. */
    public static WebArchive with(Class<?>... testClasses) {
        return ShrinkWrap.createFromZipFile(
                        WebArchive.class, new File(System.getProperty("contentpack.war")))
                .addClasses(testClasses)
                .addAsLibraries(jarOf(Assertions.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }
}
