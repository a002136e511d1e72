package org.contentpack.rest;

import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ArticleId;

/** The wire shape of what the registry knows of a release beside its bytes. */
record StatusAnswer(boolean latest, Optional<VersionRef> successor, List<ArticleId> unreviewed) {}
