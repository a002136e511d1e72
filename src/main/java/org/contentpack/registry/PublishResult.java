package org.contentpack.registry;

import java.util.List;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Report;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;

/** What came of publishing a pack. */
public sealed interface PublishResult {

    /** Registered now. */
    record Published(Registration registration, Report report) implements PublishResult {}

    /**
     * The same content was registered before; nothing happened.
     *
     * @param report what was found around the content, such as a list that does not fit it
     */
    record Unchanged(Registration registration, Report report) implements PublishResult {}

    /** Other content is registered under this version; nothing happened. */
    record VersionTaken(Registration existing, Digest offered) implements PublishResult {

        /** The same as a finding, for those who report findings. */
        public Report report() {
            return Report.of(
                    List.of(
                            Finding.of(
                                    BuiltInRule.VER_006,
                                    Location.PACK,
                                    existing.id(),
                                    existing.digest(),
                                    offered)));
        }
    }

    /** The actor may not publish this pack; nothing happened. */
    record NotAllowed(PackId pack) implements PublishResult {}

    /** Not a pack that can be registered; nothing happened. */
    record Refused(Report report) implements PublishResult {}
}
