package org.contentpack.finding;

import java.util.Locale;

/** What a finding means for the pack, worst first. */
public enum Severity {
    /** The pack is refused. */
    ERROR,
    /** The pack is accepted; its readers or editors may suffer from it. */
    WARNING,
    /** Something that was done with the pack, such as a file left out. */
    INFO;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
