package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13.1.2, and H5. */
@BadInput("H5")
class EntityTagsTest {

    private static final String TAG = "\"abc\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc\"",
                "W/\"abc\"",
                "*",
                " * ",
                "\"x\", \"abc\"",
                "\"x\",W/\"abc\" ,\"y\"",
                "\"a,b\",\"abc\"",
                ", \"abc\","
            })
    void aTagThatTheClientHasIsAHit(String header) {
        assertThat(EntityTags.isNoneMatchHit(header, TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "\"abcd\"",
                "\"x\"",
                "w/\"abc\"",
                "\"abc",
                "\"abc\" \"x\"",
                "**",
                "\"x\", *",
                "'abc'",
                "\"a\"abc\""
            })
    void anotherTagOrNonsenseIsNone(String header) {
        assertThat(EntityTags.isNoneMatchHit(header, TAG)).isFalse();
    }

    @Test
    void noHeaderIsNone() {
        assertThat(EntityTags.isNoneMatchHit(null, TAG)).isFalse();
    }

    @Test
    void aLongListIsReadInLinearTime() {
        assertThat(EntityTags.isNoneMatchHit("\"x\",".repeat(20_000) + TAG, TAG)).isTrue();
        assertThat(EntityTags.isNoneMatchHit("\"x\",".repeat(20_000) + "x", TAG)).isFalse();
    }
}
