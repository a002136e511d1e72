package org.contentpack.sync.ghost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.Marks;
import org.contentpack.version.Version;
import org.junit.jupiter.api.Test;

/** What a post says of where it comes from, beside code of its site, and who may say so. */
class OriginTest {

    private static final Marks MARKS =
            new Marks(
                    new ItemKey(new PackId("garden"), new ArticleId("mint"), new Language("en")),
                    new Version("1.0.0"),
                    Digest.of(new byte[] {1}),
                    Digest.of(new byte[] {2}),
                    "unreviewed",
                    Optional.of("error: </script> & \"more\""));

    private static final Map<SectionId, String> HEADINGS =
            Map.of(new SectionId("watering"), "Water </script> & light");

    @Test
    void marksComeBackAndNoTextEndsTheScript() {
        String code = Origin.with("", MARKS, HEADINGS);

        assertThat(Origin.marks(code)).contains(MARKS);
        assertThat(Origin.headings(code))
                .isEqualTo(Map.of("Water </script> & light", new SectionId("watering")));
        assertThat(code.split("</script>", -1)).hasSize(2);
        assertThat(Origin.without(code)).isEmpty();
    }

    @Test
    void codeOfTheSiteStaysAsItIs() {
        String theirs = "<style>a{}</style>\n<script>x()</script>";
        String code = Origin.with(theirs, MARKS, Map.of());

        assertThat(code).startsWith(theirs + "\n<script");
        assertThat(Origin.with(code, MARKS, Map.of())).isEqualTo(code);
        assertThat(Origin.without(code)).isEqualTo(theirs);
        assertThat(Origin.with("$1\\" + code, MARKS, Map.of())).isEqualTo("$1\\" + code);
    }

    @Test
    void whatIsNotAsWeWriteItSaysNothing() {
        assertThat(Origin.marks("")).isEmpty();
        assertThat(Origin.marks("<script type=\"application/json\" id=\"contentpack\">{</script>"))
                .isEmpty();
        assertThat(
                        Origin.headings(
                                "<script type=\"application/json\" id=\"contentpack\">7</script>"))
                .isEmpty();
    }

    @Test
    void aKeyMakesShortTokensAndShowsItselfToNobody() {
        String secret = "0".repeat(64);
        AdminKey key = AdminKey.parse("6b0eaa61768ad056b4153334:" + secret).orElseThrow();

        String[] token = key.token(Instant.parse("2026-12-01T00:00:30Z")).split("\\.", -1);
        assertThat(token).hasSize(3);
        assertThat(
                        new String(
                                java.util.Base64.getUrlDecoder().decode(token[1]),
                                java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{\"iat\":1796083200,\"exp\":1796083500,\"aud\":\"/admin/\"}");
        assertThat(key.toString()).doesNotContain(secret);
        assertThat(AdminKey.parse("6b0eaa61768ad056b4153334")).isEmpty();
        assertThat(AdminKey.parse("")).isEmpty();
    }

    @Test
    void addressesOfTheSiteAreReferences() {
        References site =
                References.of(java.net.URI.create("https://blog.example/sub"), "/{slug}/")
                        .orElseThrow();

        assertThat(site.canonical("https://blog.example/sub/mint/#x", ""))
                .isEqualTo("contentpack:post:mint#x");
        assertThat(site.canonical("http://other/sub/mint/", "http://other"))
                .isEqualTo("contentpack:post:mint");
        assertThat(site.canonical("https://example.org/sub/mint/", "http://other"))
                .isEqualTo("https://example.org/sub/mint/");
        assertThat(site.canonical("/sub/content/images/2026/12/a-0123456789abcdef.png", ""))
                .isEqualTo("contentpack:asset:0123456789abcdef");
        assertThat(site.resolved("contentpack:post:mint#x", Map.of())).isEqualTo("/sub/mint/#x");
        assertThat(
                        site.resolved(
                                "contentpack:asset:0123456789abcdef",
                                Map.of("0123456789abcdef", "/i.png")))
                .isEqualTo("/i.png");
        assertThat(References.of(java.net.URI.create("https://blog.example"), "/posts/")).isEmpty();
        assertThat(References.of(java.net.URI.create("https://blog.example"), "https://x/{slug}/"))
                .isEmpty();
    }
}
