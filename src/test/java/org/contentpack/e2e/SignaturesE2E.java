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

/** Signatures sent with a pack. The server trusts the key of RFC 8037 and requires no signature. */
class SignaturesE2E {

    /** The private key that RFC 8037, appendix A.1 prints: no secret. */
    private static final String RFC_8037 =
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private static String sign(String release, String digest) throws Exception {
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(RFC_8037)));
        String input =
                base64("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + base64(
                                ("contentpack release 1\n" + release + "\n" + digest + "\n")
                                        .getBytes(StandardCharsets.UTF_8));
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
}
