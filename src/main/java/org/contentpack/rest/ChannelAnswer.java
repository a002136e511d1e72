package org.contentpack.rest;

import org.contentpack.version.Version;

/** The wire shape of a channel; {@code docs/api/channel.json}. */
record ChannelAnswer(String channel, Version version, boolean computed, String url) {}
