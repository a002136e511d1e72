package org.contentpack.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contentpack.e2e.Server.get;
import static org.contentpack.e2e.Server.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.contentpack.e2e.Server.Answer;
import org.junit.jupiter.api.Test;

/**
 * Signatures sent with a pack or a review. The server trusts the key of RFC 8037 and requires no
 * signature.
 */
class SignaturesE2E {

    /** The private key that RFC 8037, appendix A.1 prints: no secret. */
    private static final String RFC_8037 =
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    /** SHA-256 of its public half in DER. */
    private static final String KEY_ID =
            "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9";

    private static String sign(String release, String digest) throws Exception {
        return signText("contentpack release 1\n" + release + "\n" + digest + "\n");
    }

    private static String signText(String text) throws Exception {
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(RFC_8037)));
        String input =
                base64("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + base64(text.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Answer publish(byte[] zip, String... headers) {
        return write("POST", "/api/packs", "application/zip", zip, headers);
    }

    private static JsonNode json(Answer answer) throws Exception {
        return new ObjectMapper().readTree(answer.bytes());
    }

    @Test
    void aReleaseIsSignedWhenItIsSentOrLater() throws Exception {
        byte[] zip = PackZip.of("signed-later", "1.0.0").bytes();
        String digest = json(publish(zip)).path("digest").asText();
        String signatures = "/api/packs/signed-later/versions/1.0.0/signatures";
        assertThat(get(signatures).body()).isEqualTo("{\"items\":[]}");
        String jws = sign("signed-later@1.0.0", digest);

        Answer again = publish(zip, "Content-Pack-Signature", jws);
        publish(zip, "Content-Pack-Signature", jws);

        assertThat(again.status()).isEqualTo(200);
        Answer list = get(signatures);
        assertThat(Shapes.violations("signatures", list.body())).isEmpty();
        assertThat(json(list).path("items")).hasSize(1);
        assertThat(json(list).path("items").get(0).path("jws").asText()).isEqualTo(jws);
    }

    @Test
    void aSignatureOfSomethingElseRefusesThePack() throws Exception {
        byte[] zip = PackZip.of("signed-wrongly", "1.0.0").bytes();
        String jws = sign("signed-wrongly@1.0.0", "sha256:" + "0".repeat(64));

        Answer answer = publish(zip, "Content-Pack-Signature", jws);

        assertThat(answer.kind()).isEqualTo("422 application/problem+json");
        assertThat(json(answer).path("findings").get(0).path("code").asText()).isEqualTo("SIG-003");
        assertThat(get("/api/packs/signed-wrongly").status()).isEqualTo(404);
    }

    private static Answer review(String article, String signature) {
        return write(
                "POST",
                article + "/reviews",
                "application/json",
                ("{\"outcome\": \"approved\", \"reviewer\": \"Ana Test\", \"role\": \"sailor\","
                                + " \"scope\": \"facts\", \"date\": \"2026-01-02\","
                                + " \"nextReview\": \"2027-01-02\", \"signature\": \""
                                + signature
                                + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What a reviewer signs of the only article of a pack. */
    private static String statement(String pack) throws Exception {
        JsonNode release = json(get("/api/packs/" + pack + "/versions/1.0.0"));
        JsonNode article =
                json(get("/api/packs/" + pack + "/versions/1.0.0/articles/tying-knots.json"));
        return "contentpack review 1\n"
                + pack
                + "@1.0.0\n"
                + release.path("digest").asText()
                + "\narticle tying-knots\nlanguage en\ndigest "
                + article.path("contentDigest").asText()
                + "\noutcome approved\nreviewer Ana Test\nrole sailor\nscope facts\n"
                + "date 2026-01-02\nnextReview 2027-01-02\n";
    }

    @Test
    void aSignedReviewSaysByWhichKeyEverywhere() throws Exception {
        assertThat(publish(PackZip.of("signed-review", "1.0.0").bytes()).status()).isEqualTo(201);
        String article = "/api/packs/signed-review/versions/1.0.0/articles/tying-knots";
        String jws = signText(statement("signed-review"));
        String signature =
                "{\"keyId\":\"" + KEY_ID + "\",\"algorithm\":\"Ed25519\",\"jws\":\"" + jws + "\"}";

        Answer stored = review(article, jws);
        Answer again = review(article, jws);

        assertThat(stored.status()).as(stored.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(stored.body());
        assertThat(Shapes.violations("statement", stored.body())).isEmpty();
        assertThat(json(stored).path("signature").toString()).isEqualTo(signature);
        Answer list = get(article + "/reviews");
        assertThat(Shapes.violations("statements", list.body())).isEmpty();
        assertThat(json(list).path("items").findValues("signature"))
                .extracting(JsonNode::toString)
                .containsExactly(signature);
        Answer text = get(article + ".json");
        assertThat(Shapes.violations("article", text.body())).isEmpty();
        assertThat(json(text).path("review").path("signedBy").asText()).isEqualTo(KEY_ID);
        assertThat(get(article + ".html").body())
                .contains("Signed by key <code>" + KEY_ID + "</code></p>");
        JsonNode event = lastEvent("signed-review");
        assertThat(Shapes.violations("event", event.toString())).isEmpty();
        assertThat(event.path("kind").asText()).isEqualTo("reviewed");
        assertThat(event.path("review").path("signature").toString()).isEqualTo(signature);
    }

    private static JsonNode lastEvent(String pack) throws Exception {
        JsonNode last = null;
        JsonNode page = json(get("/api/changes?limit=200"));
        while (page.path("items").size() > 0) {
            for (JsonNode item : page.path("items")) {
                last = item.path("pack").asText().equals(pack) ? item : last;
            }
            page = json(get(page.path("next").asText()));
        }
        return last;
    }

    @Test
    void aSignatureThatIsNotRightKeepsTheReviewOut() throws Exception {
        assertThat(publish(PackZip.of("signed-badly", "1.0.0").bytes()).status()).isEqualTo(201);
        String article = "/api/packs/signed-badly/versions/1.0.0/articles/tying-knots";
        String text = statement("signed-badly");
        String right = signText(text);

        assertIsRefused(
                review(article, "no-jws"),
                "\"signature\" must be a compact JWS: three parts of base64url joined by dots, on"
                        + " one line, as docs/signatures.md makes it.");
        assertIsRefused(
                review(article, right.substring(0, right.length() - 4) + "AAAA"),
                "\"signature\" was not made with EdDSA (Ed25519) by a key that is trusted here: sign"
                        + " with a trusted key, or have the public key put into the folder"
                        + " CONTENTPACK_TRUSTED_KEYS.");
        assertIsRefused(
                review(article, signText(text.replace("scope facts", "scope everything"))),
                "\"signature\" is right but of something else: line 10 must be \"scope facts\". Sign"
                        + " the lines of this statement, as docs/signatures.md names them.");
        assertIsRefused(
                review(article, signText(text + "more\n")),
                "\"signature\" is right but of something else: line 12 must be the last, ended by"
                        + " one line feed. Sign the lines of this statement, as docs/signatures.md"
                        + " names them.");
        assertThat(get(article + "/reviews").body()).isEqualTo("{\"items\":[]}");
        assertThat(json(get(article + ".json")).path("review").toString())
                .isEqualTo("{\"status\":\"unreviewed\"}");
        assertThat(lastEvent("signed-badly").path("kind").asText()).isEqualTo("registered");
    }

    private static void assertIsRefused(Answer answer, String detail) throws Exception {
        assertThat(answer.kind()).isEqualTo("422 application/problem+json");
        assertThat(Shapes.violations("problem", answer.body())).isEmpty();
        assertThat(json(answer).path("type").asText())
                .isEqualTo("urn:contentpack:problem:signature-invalid");
        assertThat(json(answer).path("detail").asText()).isEqualTo(detail);
    }
}
