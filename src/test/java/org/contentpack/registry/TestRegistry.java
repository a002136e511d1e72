package org.contentpack.registry;

import jakarta.validation.Validator;
import org.contentpack.archive.Limits;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;

/** A registry with all rules, put together as the server does it. */
public final class TestRegistry {

    private TestRegistry() {}

    public static Registry over(ReleaseStore store) {
        Validator validator = DocumentConstraints.validator();
        return new Registry(
                store,
                new PackValidation(
                        new PackDocumentReader(validator, Limits.DEFAULT), PackRules.builtIn()),
                new ReleaseReader(validator, Limits.DEFAULT));
    }
}
