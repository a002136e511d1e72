package org.contentpack.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.contentpack.version.Selector.ChannelName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

    @Test
    void anExactVersionIsNoRange() {
        assertThat(Selector.parse("1.0.0")).contains(new Selector.Exact(new Version("1.0.0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.1", "^1.0", "~1.1", "*", "x", ">=1 <2"})
    void aRangeIsARange(String text) {
        assertThat(Selector.parse(text).orElseThrow()).isInstanceOf(Selector.Within.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "next", "stable", "lts-2026", "ab"})
    void aNameIsAChannel(String text) {
        assertThat(Selector.parse(text)).contains(new Selector.Named(new ChannelName(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "v1", "v1.2.3", "x1", "Latest", "a_b", "-a", "1a", "..", "٣"})
    void theRestIsNothing(String text) {
        assertThat(Selector.parse(text)).isEmpty();
    }

    @Test
    void aChannelMayNotReadAsAVersion() {
        assertThatThrownBy(() -> new ChannelName("v1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"v1\"");
    }
}
