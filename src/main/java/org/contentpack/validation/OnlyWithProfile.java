package org.contentpack.validation;

import java.io.IOException;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.pack.Profile;

/** A rule that holds only for packs that ask for a profile. */
record OnlyWithProfile(Profile profile, PackRule rule) implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) throws IOException {
        if (context.profile().filter(profile::equals).isPresent()) {
            rule.check(context, found);
        }
    }
}
