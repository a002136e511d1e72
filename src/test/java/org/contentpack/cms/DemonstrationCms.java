package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The demonstration prints what the README says that it prints. */
class DemonstrationCms {

    @Test
    void itShowsWhatWasKept() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        int begin = readme.indexOf("```text\n") + "```text\n".length();
        String promised = readme.substring(begin, readme.indexOf("```", begin));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Demonstration.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(withoutNumbers(printed.toString(StandardCharsets.UTF_8)))
                .isEqualToNormalizingNewlines(withoutNumbers(promised))
                .contains("Asked again: 0 posts to write.");
    }

    /** The port and the post's number differ from run to run. */
    private static String withoutNumbers(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "(address)")
                .replaceAll("post \\d+,", "post (number),");
    }
}
