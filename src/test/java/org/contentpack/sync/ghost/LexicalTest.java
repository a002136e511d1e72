package org.contentpack.sync.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.sync.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ghost's editor saves without a change of substance is the same text. */
class LexicalTest {

    private static String written(String html) {
        return LexicalReader.html(LexicalWriter.blocks(html, "", a -> a), a -> a);
    }

    private static List<JsonNode> blocks(String json) throws IOException {
        List<JsonNode> blocks = new ArrayList<>();
        Json.MAPPER.readTree(json.replace('\'', '"')).forEach(blocks::add);
        return blocks;
    }

    private static String read(String json) throws IOException {
        return LexicalReader.html(blocks(json), a -> a);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>a</p> <p>b</p>                      | <p>a</p><p>b</p>
                    <h2 class='x'>A <b>b</b></h2>          | <h2>A <strong>b</strong></h2>
                    <ul> <li>a</li><li><p>b</p></li></ul>  | <ul><li>a</li><li>b</li></ul>
                    <ul><li>a<ul><li>b</li></ul></li></ul> | <ul><li>a<ul><li>b</li></ul></li></ul>
                    <ol start='3'><li><p>a</p><p>b</p></li></ol> | <ol start="3"><li>a<br>b</li></ol>
                    <blockquote><p>a</p><p>b</p></blockquote> | <blockquote>a<br><br>b</blockquote>
                    <blockquote><p>a</p><ul><li>b</li></ul></blockquote> | <blockquote>a</blockquote><ul><li>b</li></ul>
                    loose <b>words</b>                     | <p>loose <strong>words</strong></p>
                    <p>a</p><p></p><p><br></p>             | <p>a</p>
                    <p> a   b </p>                         | <p>a b</p>
                    <p><em>a <strong>b</strong></em></p>   | <p><em>a </em><strong><em>b</em></strong></p>
                    <div><p>a</p></div>                    | <p>a</p>
                    <p>5 < 7 &amp; 8</p>                   | <p>5 &lt; 7 &amp; 8</p>
                    <p>a <img alt='x' src='y'></p>         | <p>a</p><figure><img src="y" alt="x"></figure>
                    <figure> <img src='y'> <figcaption>c</figcaption></figure> | <figure><img src="y" alt=""><figcaption>c</figcaption></figure>
                    <p><a href='/x'>y</a> z</p>            | <p><a href="/x">y</a> z</p>
                    <table><tr><td>1</td></tr></table>     | <kg-card>{"type":"html","version":1,"html":"&lt;table&gt;&lt;tbody&gt;&lt;tr&gt;&lt;td&gt;1&lt;/td&gt;&lt;/tr&gt;&lt;/tbody&gt;&lt;/table&gt;"}</kg-card>
                    """)
    void oneContentHasOneForm(String html, String form) {
        assertThat(written(html)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a  b</p>",
                "<p>👩🏽‍⚕️ \u00a0 é <code>x  y</code></p>",
                "<pre><code>a\n  b &lt;</code></pre>",
                "<ol start=\"3\"><li>a<ol><li>b</li></ol></li><li>c</li></ol><hr><p>b</p>",
                "<blockquote>a<br><br><strong>b</strong></blockquote>",
                "<figure><img src=\"y\" alt=\"x\" title=\"t\" data-width=\"wide\" data-href=\"/z\">"
                        + "<figcaption>a <em>b</em></figcaption></figure>",
                "<p><a href=\"/x\" rel=\"nofollow\" target=\"_blank\">y</a></p>",
                "<p><s>a</s><u>b</u><sub>c</sub><sup>d</sup><mark>e</mark></p>",
                "<kg-card>{\"type\":\"bookmark\",\"url\":\"https://example.org/?a=1&amp;b=2\"}</kg-card>",
                "<p>a <kg-inline>{\"type\":\"at-link\",\"url\":\"/x\"}</kg-inline></p>"
            })
    void theFormIsItsOwnForm(String form) {
        assertThat(LexicalReader.html(LexicalWriter.again(form, "", a -> a), a -> a))
                .isEqualTo(form);
    }

    /** As a browser saved it: words in pieces, styles, spans in captions, breaks at the end. */
    @Test
    void whatTypingLeavesBehindSaysNothing() throws IOException {
        assertThat(
                        read(
                                "[{'type':'extended-heading','tag':'h2','children':["
                                        + "{'type':'extended-text','text':'Dehy','format':0,'style':'--contentpack:x'},"
                                        + "{'type':'extended-text','text':'dration ','format':0,'style':''}]},"
                                        + "{'type':'paragraph','children':[]},"
                                        + "{'type':'paragraph','children':["
                                        + "{'type':'extended-text','text':'a','format':1},"
                                        + "{'type':'extended-text','text':'b','format':1},"
                                        + "{'type':'linebreak'}]},"
                                        + "{'type':'image','src':'y','alt':'x','cardWidth':'regular','width':10,"
                                        + "'caption':'<span style=\\'white-space: pre-wrap;\\'>c</span>'}]"
                                                .replace("\\'", "\\\"")))
                .isEqualTo(
                        "<h2>Dehydration</h2><p><strong>ab</strong></p>"
                                + "<figure><img src=\"y\" alt=\"x\"><figcaption>c</figcaption></figure>");
    }

    @Test
    void aCardOfAnEditorIsKeptWhole() throws IOException {
        List<JsonNode> card =
                blocks(
                        "[{'type':'callout','calloutText':'<b>Hi</b>','calloutEmoji':'💡','other':[1,null]}]");

        assertThat(LexicalWriter.again(LexicalReader.html(card, a -> a), "", a -> a))
                .isEqualTo(card);
    }
}
