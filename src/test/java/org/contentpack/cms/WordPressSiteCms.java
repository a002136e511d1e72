package org.contentpack.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The sites that the tests of this profile run on are real, separate and of a release we promise.
 */
final class WordPressSiteCms {

    @Test
    void startsWithAnAdministratorAndTheReleaseThatIsAskedFor() throws Exception {
        try (WordPressSite site = WordPressSite.openWithoutPlugin()) {
            assertThat(site.php("echo get_bloginfo('version');"))
                    .startsWith(WordPressTemplate.RELEASE.replace("beta", "6.6"));
            assertThat(site.get("/wp/v2/users/me?context=edit&_fields=slug,roles").body())
                    .isEqualTo("{\"slug\":\"admin\",\"roles\":[\"administrator\"]}");
            assertThat(site.complaints()).isEqualTo(List.of());
        }
    }

    @Test
    void keepsWhatItHasWhenItIsStoppedAndStartedAgain() throws Exception {
        try (WordPressSite site = WordPressSite.openWithoutPlugin()) {
            assertThat(
                            site.post("/wp/v2/posts", "{\"title\":\"Kept\",\"slug\":\"kept\"}")
                                    .statusCode())
                    .isEqualTo(201);
            site.stop();
            site.start();
            assertThat(site.get("/wp/v2/posts?slug=kept&status=draft&_fields=slug").body())
                    .isEqualTo("[{\"slug\":\"kept\"}]");
        }
    }

    @Test
    void requestsAtTheSameTimeWaitForEachOther() throws Exception {
        try (WordPressSite site = WordPressSite.openWithoutPlugin()) {
            List<Callable<Integer>> writes =
                    Collections.nCopies(
                            40, () -> site.post("/wp/v2/posts", "{\"title\":\"x\"}").statusCode());
            ExecutorService clients = Executors.newFixedThreadPool(8);
            try {
                List<Integer> answers = new ArrayList<>();
                for (Future<Integer> answer : clients.invokeAll(writes)) {
                    answers.add(answer.get());
                }
                assertThat(answers).isEqualTo(Collections.nCopies(40, 201));
            } finally {
                clients.shutdown();
            }
            assertThat(site.php("echo wp_count_posts()->draft;")).isEqualTo("40");
            assertThat(site.complaints()).isEqualTo(List.of());
        }
    }
}
