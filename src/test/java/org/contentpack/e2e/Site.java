package org.contentpack.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.contentpack.e2e.Server.Answer;

/** A target of the server that is a folder of text files, and whoever edits them by hand. */
final class Site {

    static final String ENGLISH = "what-causes-leg-cramps-at-night.en";

    final String name;
    private final Path folder;

    Site(String name) {
        this.name = name;
        this.folder = Path.of(System.getProperty("contentpack.e2e.data"), name);
    }

    String url() {
        return "/api/targets/" + name;
    }

    static JsonNode json(Answer answer) {
        try {
            return new ObjectMapper().readTree(answer.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer get(String target, String... headers) {
        return Server.get(
                target,
                Stream.concat(
                                Stream.of("Authorization", "Bearer " + Server.TOKEN),
                                Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** Sends JSON; the texts of tests use ' in place of ". */
    static Answer send(String method, String target, String json, String... headers) {
        return Server.write(
                method,
                target,
                "application/json",
                json.replace('\'', '"').getBytes(UTF_8),
                headers);
    }

    void prepare() {
        assertThat(send("POST", url() + "/prepare", "{}").kind()).isEqualTo("200 application/json");
    }

    /** A plan of the pack about leg cramps. */
    JsonNode plan(String to) {
        Answer answer =
                send(
                        "POST",
                        url() + "/plans",
                        "{'pack': 'leg-cramps-at-night', 'to': '" + to + "'}");
        assertThat(answer.kind()).isEqualTo("201 application/json");
        assertThat(Shapes.violations("plan", answer.body())).isEmpty();
        return json(answer);
    }

    static Answer apply(JsonNode plan) {
        return send(
                "POST",
                plan.get("applyUrl").asText(),
                "{'digest': '" + plan.get("digest").asText() + "'}");
    }

    /** The run after its end, which its events tell of. */
    static JsonNode ended(Answer begun) {
        assertThat(begun.kind()).isEqualTo("202 application/json");
        String url = json(begun).get("url").asText();
        List<String> events = List.of(get(url, "Accept", "text/event-stream").body().split("\n\n"));
        assertThat(events.get(events.size() - 1)).contains("event: end");
        Answer run = get(url);
        assertThat(Shapes.violations("run", run.body())).isEmpty();
        return json(run);
    }

    JsonNode applied(String version) {
        return ended(apply(plan(version)));
    }

    String text() {
        try {
            return Files.readString(folder.resolve(ENGLISH + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void edit(String text, String other) {
        String before = text();
        assertThat(before).contains(text);
        write(ENGLISH, before.replace(text, other));
    }

    void write(String item, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(item + ".md"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
