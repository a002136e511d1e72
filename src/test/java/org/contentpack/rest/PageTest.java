package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final List<String> ALL =
            IntStream.rangeClosed(1, 120).mapToObj(i -> "item-" + i).toList();

    private static Query query(String text) {
        return Query.of(new RequestTarget(List.of("list"), Optional.of(text)));
    }

    private static ListAnswer<String> page(String query) {
        return Page.of(query(query)).cut(ALL, item -> item, item -> item, "/list");
    }

    @Test
    void pagesTogetherAreTheWholeListInOrder() {
        List<String> read = new ArrayList<>();
        Optional<String> next = Optional.of("/list?limit=50");
        while (next.isPresent()) {
            ListAnswer<String> page = page(next.get().substring("/list?".length()));
            read.addAll(page.items());
            next = page.next();
        }
        assertThat(read).isEqualTo(ALL);
    }

    @Test
    void withoutALimitAPageHasFiftyItems() {
        assertThat(page("").items()).hasSize(50);
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(page("limit=120").next()).isEmpty();
        assertThat(page("limit=119").next()).isPresent();
    }

    @BadInput("H18")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=1e9",
                "limit=",
                "limit=٣",
                "limit=1&limit=2",
                "after=forged",
                "after=%21",
                "after=%ff%",
                "after=aXRlbS05OTk"
            })
    void whatNoPageGaveOutIsMalformed(String query) {
        assertThatThrownBy(() -> page(query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void unknownParametersAreIgnored() {
        assertThat(page("utm=x&page=-1&callback=f")).isEqualTo(page(""));
    }
}
