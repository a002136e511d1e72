package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contentpack.BadInput;
import org.contentpack.finding.Finding;
import org.contentpack.pack.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    private static final String START = "<svg xmlns=\"http://www.w3.org/2000/svg\">";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>A leaf</title><path d='M0 0'/>",
                "<defs><linearGradient id='g'><stop offset='0'/></linearGradient></defs><rect fill='url(#g)'/>",
                "<rect style='fill: url(\"#g\"); stroke: #333'/>",
                "<style><![CDATA[ rect { fill: none } @media (prefers-color-scheme: dark) { rect { fill: #fff } } ]]></style>",
                "<g inkscape:label='x' xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'/>",
                "<!-- <script>alert(1)</script> --><linearGradient href='#leaf'/>",
                "<text aria-label='a \\ b'>5 &lt; 6 &amp; 7</text>"
            })
    void stillDrawingHasNoFindings(String inner) {
        assertThat(codes(START + inner + "</svg>")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MED-023 | <script>alert(1)</script>",
                "MED-023 | <script/>",
                "MED-023 | <x:script xmlns:x='http://www.w3.org/2000/svg'/>",
                "MED-023 | <script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
                "MED-023 | <foreignObject/>",
                "MED-023 | <set attributeName='href' to='javascript:alert(1)'/>",
                "MED-023 | <animate attributeName='x'/>",
                "MED-023 | <image/>",
                "MED-023 | <a/>",
                "MED-023 | <iframe/>",
                "MED-023 | <handler/>",
                "MED-023 | <SCRIPT/>",
                "MED-023 | <use href='#a'/>",
                "MED-023 | <symbol/>",
                "MED-023 | <pattern/>",
                "MED-023 | <marker/>",
                "MED-023 | <filter/>",
                "MED-023 | <feGaussianBlur/>",
                "MED-024 | <g onclick='x'/>",
                "MED-024 | <g ONCLICK='x'/>",
                "MED-025 | <linearGradient href='https://example.org/#a'/>",
                "MED-025 | <linearGradient href='//example.org/#a'/>",
                "MED-025 | <linearGradient href='other.svg#a'/>",
                "MED-025 | <linearGradient href=' javascript:alert(1)'/>",
                "MED-025 | <linearGradient href='java&#10;script:alert(1)'/>",
                "MED-025 | <linearGradient href='data:image/svg+xml,x'/>",
                "MED-025 | <linearGradient x:href='javascript:alert(1)' xmlns:x='http://www.w3.org/1999/xlink'/>",
                "MED-025 | <g xml:base='https://example.org/'/>",
                "MED-025 | <g fill='url(https://example.org/)'/>",
                "MED-025 | <g fill='URL( \"//example.org\" )'/>",
                "MED-025 | <g filter='url(#ok) url(other.svg#no)'/>",
                "MED-029 | <g style='fill: u\\72l(x)'/>",
                "MED-029 | <g fill='u\\72l(x)'/>",
                "MED-029 | <style>@import 'a.css';</style>",
                "MED-029 | <style>@imp<!-- -->ort 'a.css';</style>",
                "MED-029 | <style>@font-face {}</style>",
                "MED-029 | <style>g { background: image-set('a.png' 1x) }</style>",
                "MED-026 | <?xml-stylesheet href='a.css'?>",
                "MED-021 | <g>",
                "MED-021 | <text>&nbsp;</text>",
                "MED-021 | <g a='1' a='2'/>",
                "MED-021 | <x:g/>"
            })
    @BadInput("I3")
    void whatRunsOrLoadsHasExactlyOneFinding(String code, String inner) {
        assertThat(codes(START + inner + "</svg>")).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE svg>",
                "<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>",
                "<!DOCTYPE svg SYSTEM 'https://example.org/a.dtd'>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE svg [<!ENTITY % x SYSTEM 'https://example.org/a.dtd'> %x;]>"
            })
    @BadInput("I4")
    void nothingIsReadBehindADocumentType(String doctype) {
        assertThat(codes(doctype + START + "<script>&x;</script></svg>"))
                .containsExactly("MED-020");
    }

    @Test
    void positionIsWhereTheTagEnds() {
        assertThat(findings(START + "\n  <script/>\n</svg>"))
                .extracting(f -> f.location().toString())
                .containsExactly("assets/leaf.svg:2:12");
    }

    @Test
    void deepNestingIsFoundOnceOnEveryPlatform() {
        String deep = "<g>".repeat(20_000) + "</g>".repeat(20_000);

        assertThat(codes(START + deep + "</svg>")).containsExactly("MED-030");
        assertThat(codes(START + "<g>".repeat(63) + "</g>".repeat(63) + "</svg>")).isEmpty();
        assertThat(codes(START + "<g>".repeat(64) + "</g>".repeat(64) + "</svg>"))
                .containsExactly("MED-030");
    }

    @Test
    void longPathIsReadInLinearTime() {
        String path = "<path d='" + "url(".repeat(200_000) + "'/>";
        assertThat(codes(START + path + "</svg>")).isNotEmpty();
    }

    @Test
    void anyDamageIsAFindingAndNoFailure() {
        byte[] good =
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                + START
                                + "<style>g { fill: red }</style><g fill='url(#a)'>é</g></svg>")
                        .getBytes(UTF_8);
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = good.clone();
            for (int n = 0; n <= i % 3; n++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> findings(bytes)).doesNotThrowAnyException();
        }
    }

    private static List<String> codes(String svg) {
        return findings(svg).stream().map(f -> f.rule().code()).toList();
    }

    private static List<Finding> findings(String svg) {
        return findings(svg.getBytes(UTF_8));
    }

    private static List<Finding> findings(byte[] svg) {
        List<Finding> found = new ArrayList<>();
        new Drawing(new FilePath("assets/leaf.svg"), svg).check(found::add);
        return found;
    }
}
