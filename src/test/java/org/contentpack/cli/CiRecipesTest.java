package org.contentpack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The recipes of {@code docs/ci.md} are YAML, and the calls in them are calls that there are. */
class CiRecipesTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);

    private static final Pattern CALL =
            Pattern.compile("java -jar tools/contentpack\\.jar ([^>\\n]*)");

    @Test
    void everyRecipeIsReadAndEveryCallIsOne() throws IOException {
        String page = Files.readString(Path.of("docs/ci.md"));
        List<Object> first = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(block.group(1));
            first.add(((Map<?, ?>) read).keySet().iterator().next());
            Matcher call = CALL.matcher(block.group(1));
            while (call.find()) {
                String[] words = call.group(1).strip().split(" ");
                PrintWriter nowhere = new PrintWriter(new StringWriter());
                ContentPack.line(Terminal.plain(nowhere, nowhere)).parseArgs(words);
                calls.add(String.join(" ", words));
            }
        }

        assertThat(first).containsExactly("repos", "name", "packs");
        assertThat(calls)
                .containsExactly(
                        "validate packs/basil",
                        "validate --format github packs/*",
                        "validate --format junit packs/*");
    }
}
