package org.contentpack.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "/a",
                "a/",
                "a//b",
                "a/../b",
                "a/./b",
                "../a",
                "C:/a",
                "a\\b",
                "a b",
                "a.",
                "a./b",
                ".htaccess",
                "a/.git",
                "a%2fb",
                "a\u202eb",
                "a\u0000",
                "a\nb",
                "a:b",
                "a?b",
                "a*b"
            })
    void whatIsUnsafeIsNoPath(String text) {
        assertThat(FilePath.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pack.yaml", "articles/a.es.md", "assets/x/y_z-1.svg", "assets/año.svg"})
    void whatIsSafeIsAPath(String text) {
        assertThat(FilePath.parse(text)).map(FilePath::value).contains(text);
    }

    @Test
    void lengthsAndDepthAreBounded() {
        String segment = "a".repeat(255);

        assertThat(FilePath.parse(segment)).isPresent();
        assertThat(FilePath.parse(segment + "a")).isEmpty();
        assertThat(FilePath.parse("ñ".repeat(128))).isEmpty();
        assertThat(FilePath.parse(String.join("/", Collections.nCopies(16, "a")))).isPresent();
        assertThat(FilePath.parse(String.join("/", Collections.nCopies(17, "a")))).isEmpty();
        assertThat(FilePath.parse(String.join("/", Collections.nCopies(5, segment)))).isEmpty();
    }

    /**
     * As {@code LC_ALL=C sort} does it: UTF-16 order would put the last two the other way round.
     */
    @Test
    void orderIsThatOfTheBytes() {
        List<String> sorted = List.of("A", "Z", "a", "a-b", "a/b", "b", "ﬀ", "𐐀");

        assertThat(
                        Stream.of("𐐀", "b", "a/b", "Z", "ﬀ", "a", "A", "a-b")
                                .map(FilePath::new)
                                .sorted())
                .extracting(FilePath::value)
                .isEqualTo(sorted);
    }
}
