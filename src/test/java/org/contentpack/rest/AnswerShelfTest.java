package org.contentpack.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contentpack.pack.PackId;
import org.contentpack.rest.ReadyAnswer.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerShelfTest {

    private static final Moment NOW = moment(7);

    @TempDir Path folder;

    private static Moment moment(long sequence) {
        return new Moment(PackId.parse("leg-cramps-at-night").orElseThrow(), sequence, 20_000);
    }

    private static ReadyAnswer answer(String body) {
        return new ReadyAnswer(
                200,
                List.of(new Field("Content-Type", "text/html"), new Field("Link", "</ä>; rel=x")),
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of("\"tag\""),
                "/packs/{pack}");
    }

    /** Everything of an answer, to be compared. */
    private static List<Object> all(ReadyAnswer answer) {
        return List.of(
                answer.status(),
                answer.fields(),
                new String(answer.body(), StandardCharsets.UTF_8),
                answer.tag(),
                answer.route());
    }

    private static Optional<List<Object>> found(AnswerShelf shelf, String key, Moment moment) {
        return shelf.find(key, moment).map(AnswerShelfTest::all);
    }

    @Test
    void givesBackWhatItWasGiven() {
        ReadyAnswer redirect =
                new ReadyAnswer(302, List.of(), new byte[0], Optional.empty(), "none");
        try (AnswerShelf shelf = new AnswerShelf(folder.resolve("made/here"), 1_000_000)) {
            shelf.put("one", NOW, answer("first"));
            shelf.put("two", NOW, redirect);

            assertThat(found(shelf, "one", NOW)).contains(all(answer("first")));
            assertThat(found(shelf, "two", NOW)).contains(all(redirect));
            assertThat(found(shelf, "three", NOW)).isEmpty();
            assertThat(found(shelf, "one", moment(8))).isEmpty();

            shelf.put("one", moment(8), answer("second"));
            assertThat(found(shelf, "one", NOW)).isEmpty();
            assertThat(found(shelf, "one", moment(8))).contains(all(answer("second")));
        }
    }

    @Test
    void keepsTheNewestWithinItsBound() {
        List<String> keys = IntStream.range(0, 100).mapToObj(i -> "key" + i).toList();
        String body = "x".repeat(9_000);
        try (AnswerShelf shelf = new AnswerShelf(folder, 400_000)) {
            keys.forEach(key -> shelf.put(key, NOW, answer(key + body)));

            List<String> kept =
                    keys.stream().filter(key -> found(shelf, key, NOW).isPresent()).toList();
            assertThat(kept).isEqualTo(keys.subList(100 - kept.size(), 100));
            assertThat(kept).hasSizeBetween(20, 45);
        }
    }

    @Test
    void smallAnswersCountToo() {
        try (AnswerShelf shelf = new AnswerShelf(folder, 40 * 2_048)) {
            List<String> keys = IntStream.range(0, 1_000).mapToObj(i -> "key" + i).toList();
            keys.forEach(key -> shelf.put(key, NOW, answer("")));

            assertThat(keys.stream().filter(key -> found(shelf, key, NOW).isPresent()))
                    .hasSizeLessThanOrEqualTo(42);
        }
    }

    @Test
    void keepsNothingWhereThereIsNoRoom() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        try (AnswerShelf none = new AnswerShelf(folder.resolve("none"), 0);
                AnswerShelf nowhere = new AnswerShelf(taken.resolve("ready"), 1_000_000)) {
            none.put("key", NOW, answer("text"));
            nowhere.put("key", NOW, answer("text"));

            assertThat(found(none, "key", NOW)).isEmpty();
            assertThat(found(nowhere, "key", NOW)).isEmpty();
            assertThat(folder.resolve("none")).doesNotExist();

            Files.delete(taken);
            nowhere.put("key", NOW, answer("text"));
            assertThat(found(nowhere, "key", NOW)).contains(all(answer("text")));
        }
    }

    @Test
    void givesUpWhatItIsToldTo() {
        try (AnswerShelf shelf = new AnswerShelf(folder, 1_000_000)) {
            shelf.put("key", NOW, answer("text"));
            shelf.clear();
            assertThat(found(shelf, "key", NOW)).isEmpty();
            shelf.put("key", NOW, answer("again"));
            assertThat(found(shelf, "key", NOW)).contains(all(answer("again")));
        }
    }

    @Test
    void isEmptyOnceItIsClosed() {
        AnswerShelf shelf = new AnswerShelf(folder, 1_000_000);
        shelf.put("key", NOW, answer("text"));
        shelf.close();
        shelf.put("other", NOW, answer("late"));

        assertThat(found(shelf, "key", NOW)).isEmpty();
        assertThat(found(shelf, "other", NOW)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    /** Linux shows a process its nameless files. */
    private Path openFile() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(descriptors), "NOT RUN: NO /proc ON THIS SYSTEM");
        List<Path> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : (Iterable<Path>) all::iterator) {
                try {
                    if (Files.readSymbolicLink(descriptor).startsWith(folder)) {
                        open.add(descriptor);
                    }
                } catch (IOException e) {
                    // Closed between the list and the look.
                }
            }
        }
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    @Test
    void aChangedByteIsNoAnswer() throws IOException {
        try (AnswerShelf shelf = new AnswerShelf(folder, 1_000_000)) {
            shelf.put("one", NOW, answer("first"));
            shelf.put("two", NOW, answer("second"));
            assertThat(folder).isEmptyDirectory();
            byte[] text = "first".getBytes(StandardCharsets.UTF_8);
            byte[] file = Files.readAllBytes(openFile());
            int at =
                    IntStream.range(0, file.length - text.length)
                            .filter(i -> Arrays.equals(file, i, i + 5, text, 0, 5))
                            .findFirst()
                            .orElseThrow();
            try (FileChannel channel = FileChannel.open(openFile(), StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[] {'F'}), at);
            }

            assertThat(found(shelf, "one", NOW)).isEmpty();
            assertThat(found(shelf, "two", NOW)).contains(all(answer("second")));
        }
    }

    @Test
    void aCutFileIsNoAnswer() throws IOException {
        try (AnswerShelf shelf = new AnswerShelf(folder, 1_000_000)) {
            shelf.put("one", NOW, answer("first"));
            try (FileChannel channel = FileChannel.open(openFile(), StandardOpenOption.WRITE)) {
                channel.truncate(20);
            }

            assertThat(found(shelf, "one", NOW)).isEmpty();
            shelf.put("one", NOW, answer("again"));
            assertThat(found(shelf, "one", NOW)).contains(all(answer("again")));
        }
    }

    /** Files turn under the readers all the time. */
    @Test
    void severalThreadsGetTheirOwnAnswersOrNone() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (AnswerShelf shelf = new AnswerShelf(folder, 60_000)) {
            List<Callable<Long>> work =
                    IntStream.range(0, 4)
                            .mapToObj(t -> (Callable<Long>) () -> wrong(shelf, t))
                            .toList();
            for (Future<Long> each : threads.invokeAll(work)) {
                assertThat(each.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static long wrong(AnswerShelf shelf, int thread) {
        return IntStream.range(0, 3_000)
                .filter(
                        i -> {
                            String key = "key" + (i * 7 + thread) % 50;
                            shelf.put(key, NOW, answer(key));
                            String other = "key" + (i * 3) % 50;
                            return found(shelf, other, NOW)
                                    .filter(there -> !there.equals(all(answer(other))))
                                    .isPresent();
                        })
                .count();
    }
}
