package org.contentpack.ingest;

import org.contentpack.finding.Position;

/** Words of the source, and where they stand in it. */
record Said(String text, Position position) {}
