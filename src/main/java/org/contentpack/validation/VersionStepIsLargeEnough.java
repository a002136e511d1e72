package org.contentpack.validation;

import static org.contentpack.finding.BuiltInRule.VER_001;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.contentpack.finding.Finding;
import org.contentpack.manifest.Located;
import org.contentpack.manifest.ManifestDocument;
import org.contentpack.pack.Outline;
import org.contentpack.pack.OutlineChange;
import org.contentpack.version.Bump;
import org.contentpack.version.Version;

/** VER-001: the version is at least as far above the previous one as the structure changed. */
final class VersionStepIsLargeEnough implements PackRule {

    @Override
    public void check(PackContext context, Consumer<Finding> found) {
        Optional<Located<ManifestDocument>> manifest = context.manifest();
        Optional<Version> version =
                manifest.map(m -> m.document().version()).flatMap(Version::parse);
        if (manifest.isEmpty() || version.isEmpty() || context.previous().isEmpty()) {
            return;
        }
        List<OutlineChange> changes = context.outlineChanges();
        Version before = context.previous().get().manifest().version();
        Bump required = Outline.requiredBump(changes);
        if (!required.isReachedBy(before, version.get())) {
            String reason =
                    changes.stream()
                            .filter(c -> c.bump() == required)
                            .findFirst()
                            .map(VersionStepIsLargeEnough::words)
                            .orElse("any change is a step");
            found.accept(
                    Finding.of(
                            VER_001,
                            manifest.get().locations().of("/version"),
                            version.get(),
                            before,
                            reason,
                            before.next(required)));
        }
    }

    private static String words(OutlineChange change) {
        return change.part().id()
                + " \""
                + change.name()
                + "\" was "
                + change.action().id()
                + " ("
                + change.bump().id()
                + ")";
    }
}
