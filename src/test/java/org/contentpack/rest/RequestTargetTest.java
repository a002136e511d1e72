package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.contentpack.rest.RequestTarget.Canonical;
import org.contentpack.rest.RequestTarget.OtherSpelling;
import org.contentpack.rest.RequestTarget.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3986, section 3.3; H1 and H4. */
@BadInput({"H1", "H4"})
class RequestTargetTest {

    private static RequestTarget.Parsed parse(String path) {
        return RequestTarget.parse(path, Optional.empty());
    }

    @Test
    void segmentsAreDecodedAndTheQueryIsKept() {
        assertThat(RequestTarget.parse("/api/packs/%C3%A9", Optional.of("lang=es")))
                .isEqualTo(
                        new Canonical(
                                new RequestTarget(
                                        List.of("api", "packs", "é"), Optional.of("lang=es"))));
    }

    @Test
    void theRootHasNoSegments() {
        assertThat(parse("/"))
                .isEqualTo(new Canonical(new RequestTarget(List.of(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "/v/^1.0, /v/%5E1.0",
        "/v/%5e1.0, /v/%5E1.0",
        "/v/~1.0, /v/~1.0",
        "/v/>=1, /v/%3E=1"
    })
    void whatClientsSendRawInRangesIsTaken(String sent, String canonical) {
        assertThat(parse(sent))
                .isInstanceOfSatisfying(
                        Canonical.class, c -> assertThat(c.target().path()).isEqualTo(canonical));
    }

    @ParameterizedTest
    @CsvSource({"/v/%31, /v/1", "/%61pi, /api", "/v/%7E1, /v/~1"})
    void anotherSpellingLeadsToTheCanonicalOne(String sent, String canonical) {
        assertThat(parse(sent))
                .isInstanceOfSatisfying(
                        OtherSpelling.class,
                        o -> assertThat(o.canonical().path()).isEqualTo(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//",
                "/a//b",
                "/a/",
                "/.",
                "/a/../b",
                "/a/./b",
                "/..;/a",
                "/a;x=1",
                "/a%3Bx=1",
                "/a%2Fb",
                "/a%2fb",
                "/a%5Cb",
                "/a\\b",
                "/%00",
                "/a%0Ab",
                "/%252e%252e",
                "/%2e%2e/a",
                "/%2E",
                "/%2F%2F..%2F..%2Fetc%2Fpasswd",
                "/a%",
                "/a%4",
                "/a%zz",
                "/a%ff",
                "/%C0%AE",
                "/a b",
                "/a\u00e9",
                "/a%E2%80%AE",
                "/a[b]",
                "/a\"b",
                "/a{b}",
                "/a`b"
            })
    void whatCannotNameAnythingIsUnreadable(String path) {
        assertThat(parse(path)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aSegmentCanBePutInPlaceOfAnother() {
        RequestTarget target =
                new RequestTarget(List.of("api", "^1"), Optional.of("lang=es&x=%0d"));

        assertThat(target.with(1, "1.1.0+a")).hasToString("/api/1.1.0+a?lang=es&x=%0d");
    }

    @Test
    void theLengthIsBounded() {
        assertThat(parse("/" + "a".repeat(RequestTarget.MAX_LENGTH)))
                .isInstanceOf(Unreadable.class);
    }
}
