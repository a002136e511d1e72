package org.contentpack.rest;

import org.contentpack.version.Version;

/** The wire shape of a release by number and address. */
record VersionRef(Version version, String url) {}
