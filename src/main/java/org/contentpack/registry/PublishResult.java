package org.contentpack.registry;

import org.contentpack.finding.Report;
import org.contentpack.pack.Digest;

/** What came of publishing a pack. */
public sealed interface PublishResult {

    /** Registered now. */
    record Published(Registration registration, Report report) implements PublishResult {}

    /** The same content was registered before; nothing happened. */
    record Unchanged(Registration registration) implements PublishResult {}

    /** Other content is registered under this version; nothing happened. */
    record VersionTaken(Registration existing, Digest offered) implements PublishResult {}

    /** Not a pack that can be registered; nothing happened. */
    record Refused(Report report) implements PublishResult {}
}
