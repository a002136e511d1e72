package org.contentpack.export.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Any text is well-formed XML and is read as itself, but for what XML 1.0 does not have. */
class WxrWriterTest {

    private static byte[] written(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WxrWriter xml = new WxrWriter(out);
        xml.begin();
        xml.open("channel");
        xml.text("content:encoded", text);
        xml.plain("title", text);
        xml.tag(text, text);
        xml.close();
        xml.end();
        return out.toByteArray();
    }

    private static Element read(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "]]>",
                "]]]]>>",
                "a]]>]]>b",
                "]]",
                "<![CDATA[x]]>",
                "<a b=\"c\">&amp;&lt;'</a>",
                "😀𝒳 نص \u00a0\u2028",
                "tab\tline\nend"
            })
    void aTextIsReadAsItself(String text) throws Exception {
        Element read = read(written(text));

        assertThat(text(read, "content:encoded")).isEqualTo(text);
        assertThat(text(read, "title")).isEqualTo(text);
        assertThat(text(read, "category")).isEqualTo(text);
    }

    @Test
    void theEndOfASectionIsDividedAsWordPressDoesIt() throws Exception {
        assertThat(new String(written("a]]>b"), StandardCharsets.UTF_8))
                .contains("<content:encoded><![CDATA[a]]]]><![CDATA[>b]]></content:encoded>");
    }

    @Test
    void whatXmlDoesNotHaveIsReplaced() throws Exception {
        String text = "a\u0000b\u0001c\u001fd\u007fe\ufffef\uffffg\ud800h\udc00i\u0085j";

        assertThat(text(read(written(text)), "content:encoded"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\u007fe\ufffdf\ufffdg\ufffdh\ufffdi\u0085j");
    }
}
