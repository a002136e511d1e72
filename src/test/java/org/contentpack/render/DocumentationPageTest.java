package org.contentpack.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentationPageTest {

    private static String main(String path, String markdown) {
        String html = DocumentationPage.html(path, markdown, "", "/", "/style.css");
        return html.substring(html.indexOf("<main"), html.indexOf("</main>")).strip();
    }

    @Test
    void linksToFilesLeadToPages() {
        assertThat(
                        main(
                                "cms/wordpress.md",
                                """
                                # A

                                [b](../sync.md#how "t") [c](../../README.md) [d](images/x.png) [e](#here) [f](https://example.org/x.md)
                                """))
                .isEqualTo(
                        """
                        <main id="_text">
                        <h1 id="a">A</h1>
                        <p><a href="/docs/sync#how" title="t">b</a> <a href="/docs/README">c</a> <a href="/docs/cms/images/x.png">d</a> <a href="#here">e</a> <a href="https://example.org/x.md">f</a></p>"""
                                .strip());
    }

    @Test
    void linksOfTheProjectsOwnFolderLeadToPagesToo() {
        assertThat(main("README.md", "[a](docs/sync.md) [b](CONTRIBUTING.md)"))
                .isEqualTo(
                        "<main id=\"_text\">\n"
                                + "<p><a href=\"/docs/sync\">a</a>"
                                + " <a href=\"/docs/CONTRIBUTING\">b</a></p>");
    }

    @Test
    void schemasAreServedElsewhereAndSourceCodeIsNot() {
        assertThat(
                        main(
                                "sync.md",
                                "[a](api/plan.json) [b `c`](../src/main/java) [d](schemas/pack.json)"))
                .isEqualTo(
                        "<main id=\"_text\">\n"
                                + "<p><a href=\"/api/schemas/plan.json\">a</a>"
                                + " b <code>c</code> <a href=\"/schemas/pack.json\">d</a></p>");
    }

    @Test
    void htmlIsShownAndNotPassedOn() {
        assertThat(
                        main(
                                "a.md",
                                """
                                # A

                                <!-- not for readers -->

                                <script>alert(1)</script>
                                """))
                .isEqualTo(
                        """
                        <main id="_text">
                        <h1 id="a">A</h1>
                        <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"""
                                .strip());
    }

    @Test
    void picturesAndRulesAreWrittenAsHtml() {
        assertThat(main("a.md", "![a](images/x.png)\n\n---\n\n`<br />` and <br />\n"))
                .isEqualTo(
                        """
                        <main id="_text">
                        <p><img src="/docs/images/x.png" alt="a"></p>
                        <hr>
                        <p><code>&lt;br /&gt;</code> and &lt;br /&gt;</p>"""
                                .strip());
    }

    @Test
    void placesInTablesCanBeLedTo() {
        assertThat(main("a.md", "| a |\n|---|\n| <a id=\"ref-032\"></a>REF-032 <b>x</b> |\n"))
                .contains("<td><span id=\"ref-032\"></span>REF-032 &lt;b&gt;x&lt;/b&gt;</td>");
    }

    @Test
    void thePageHasItsHeadingsAsContents() {
        assertThat(main("a.md", "# A\n\n## B c\n\n### D\n\n## B c\n\n## E `f`\n"))
                .isEqualTo(
                        """
                        <main id="_text">
                        <nav class="contents" aria-labelledby="_contents">
                        <h2 id="_contents">On this page</h2>
                        <ol>
                        <li><a href="#b-c">B c</a></li>
                        <li><a href="#b-c-1">B c</a></li>
                        <li><a href="#e-f">E f</a></li>
                        </ol>
                        </nav>
                        <h1 id="a">A</h1>
                        <h2 id="b-c">B c</h2>
                        <h3 id="d">D</h3>
                        <h2 id="b-c-1">B c</h2>
                        <h2 id="e-f">E <code>f</code></h2>"""
                                .strip());
    }
}
