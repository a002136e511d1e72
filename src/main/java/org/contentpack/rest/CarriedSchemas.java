package org.contentpack.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * JSON Schemas that the application carries.
 *
 * @param folder beside this class
 * @param names of the files, without the ending
 */
record CarriedSchemas(String folder, List<String> names) {
    CarriedSchemas {
        names = List.copyOf(names);
    }

    Representation get(String name) throws IOException {
        if (!names.contains(name)) {
            throw ProblemException.notFound("There is no schema \"" + name + "\".");
        }
        try (InputStream in =
                CarriedSchemas.class.getResourceAsStream(folder + "/" + name + ".json")) {
            if (in == null) {
                throw new IOException("the application has lost the schema " + name);
            }
            return new Representation(
                    in.readAllBytes(),
                    "application/schema+json",
                    Optional.empty(),
                    CacheLifetime.MOVING,
                    List.of(),
                    Optional.empty());
        }
    }
}
