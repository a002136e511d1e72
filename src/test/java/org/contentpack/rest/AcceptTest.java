package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.contentpack.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, section 12.5.1, and H2. */
@BadInput("H2")
class AcceptTest {

    private static final List<String> OFFERS = List.of("application/json", "text/html");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "*/* → application/json",
                "text/html → text/html",
                "TEXT/HTML → text/html",
                "text/* → text/html",
                "text/html;q=0.5, application/json;q=0.4 → text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 → text/html",
                "application/json;q=0, */* → text/html",
                "text/html;q=0.1, */*;q=0.5 → application/json",
                "text/*;q=0.3, text/html;q=0.7, */*;q=0.5 → text/html",
                "application/json; charset=utf-8 → application/json",
                "nonsense → application/json",
                "q=1 → application/json",
                "text/html;q=1.0001 → application/json",
                "text/html;q=abc → application/json",
                "*/html → application/json",
                ", , → application/json"
            })
    void theClientGetsWhatItLikesBest(String header, String best) {
        assertThat(Accept.of(header).best(OFFERS)).contains(best);
    }

    @Test
    void noHeaderTakesAnything() {
        assertThat(Accept.of(null).best(OFFERS)).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "application/foo → x",
                "*/*;q=0 → x",
                "text/html;q=0 → x",
                "text/html;q=0, application/json;q=0.000 → x"
            })
    void aClientThatTakesNeitherGetsNeither(String header, String unused) {
        assertThat(Accept.of(header).best(OFFERS)).isEqualTo(Optional.empty());
    }

    @Test
    void aHeaderOfFiftyKilobytesIsReadInLinearTime() {
        assertThat(Accept.of("a/b;q=0.1,".repeat(5_000) + "text/html").best(OFFERS))
                .contains("text/html");
    }
}
