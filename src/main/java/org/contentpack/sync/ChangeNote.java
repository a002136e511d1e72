package org.contentpack.sync;

import org.contentpack.pack.ChangeKind;
import org.contentpack.version.Version;

/** What a release says that it changed in an article, and which release it was. */
public record ChangeNote(Version version, ChangeKind kind, String text) {}
