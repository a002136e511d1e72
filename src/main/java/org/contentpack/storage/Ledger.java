package org.contentpack.storage;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.ReleaseId;
import org.contentpack.registry.Change;
import org.contentpack.registry.Event;
import org.contentpack.registry.Registration;
import org.contentpack.registry.StoreException;
import org.contentpack.version.Version;

/**
 * What one server has seen of a store, a line for each event, in a text file outside the database:
 * the witness that tells when the database is put back to an older state. A line is written before
 * what it tells is acknowledged.
 *
 * <p>It is not synced to the disk: a line that is lost with the power is written again from the
 * database, and only a loss of power together with an older backup hides what that line told.
 *
 * <p>Safe for use by several threads.
 */
public final class Ledger {

    private static final String REGISTERED = "registered";

    private static final Pattern LINE = Pattern.compile("[0-9]{1,18} [a-z-]+ [!-~]+( [!-~]+)+");

    private final Optional<Path> file;
    private Optional<String> last = Optional.empty();

    private Ledger(Optional<Path> file) {
        this.file = file;
    }

    /** One that lasts as long as the process. */
    public static Ledger inMemory() {
        return new Ledger(Optional.empty());
    }

    /**
     * The ledger of a file, which is made where it is not there. A line that a crash cut off is
     * taken out.
     */
    public static Ledger in(Path file) throws IOException {
        Ledger ledger = new Ledger(Optional.of(file));
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            String whole =
                    text.substring(0, text.lastIndexOf('\n') + 1)
                            .lines()
                            .takeWhile(LINE.asMatchPredicate())
                            .map(line -> line + "\n")
                            .collect(Collectors.joining());
            if (!whole.equals(text)) {
                Files.writeString(file, whole, StandardCharsets.UTF_8);
            }
            ledger.last = whole.lines().reduce((first, second) -> second);
        }
        return ledger;
    }

    /** The sequence of the last event that was seen; 0 where none was. */
    synchronized long last() {
        return last.map(Ledger::sequence).orElse(0L);
    }

    /** The line of the last event that was seen. */
    synchronized Optional<String> lastLine() {
        return last;
    }

    /** Takes events over that were not seen yet. */
    synchronized void add(List<Event> events) throws StoreException {
        List<String> fresh =
                events.stream().filter(e -> e.sequence() > last()).map(Ledger::line).toList();
        if (fresh.isEmpty()) {
            return;
        }
        if (file.isPresent()) {
            append(file.get(), fresh);
        }
        last = Optional.of(fresh.get(fresh.size() - 1));
    }

    private static void append(Path file, List<String> lines) throws StoreException {
        try (BufferedWriter out =
                Files.newBufferedWriter(
                        file,
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            out.write(String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new StoreException("the ledger cannot be written: " + file, e);
        }
    }

    /** All lines; of a ledger in memory, only the last. */
    synchronized List<String> lines() throws IOException {
        return file.isPresent() && Files.exists(file.get())
                ? Files.readAllLines(file.get(), StandardCharsets.UTF_8)
                : last.stream().toList();
    }

    /** Puts the file aside, under a name that ends in its last sequence, and begins anew. */
    synchronized void begin() throws IOException {
        if (file.isPresent() && Files.exists(file.get())) {
            Files.move(
                    file.get(),
                    file.get().resolveSibling(file.get().getFileName() + "." + last()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        last = Optional.empty();
    }

    /** {@code 7 registered leg-cramps 1.0.0 …}: fields that have no spaces, the first a number. */
    static String line(Event event) {
        String start = event.sequence() + " ";
        String pack = " " + event.pack().value() + " ";
        Change change = event.change();
        if (change instanceof Change.Registered registered) {
            Registration registration = registered.registration();
            return String.join(
                    " ",
                    start + REGISTERED + pack + registration.id().version(),
                    registration.digest().value(),
                    registration.archiveDigest().value(),
                    Long.toString(registration.archiveBytes()),
                    registration.datetime().toString());
        }
        if (change instanceof Change.Withdrawn withdrawn) {
            return start + "withdrawn" + pack + withdrawn.version() + of(withdrawn.article());
        }
        if (change instanceof Change.Reinstated reinstated) {
            return start + "reinstated" + pack + reinstated.version() + of(reinstated.article());
        }
        if (change instanceof Change.ChannelMoved moved) {
            return start + "channel-moved" + pack + moved.version() + " " + moved.channel().value();
        }
        if (change instanceof Change.Reviewed reviewed) {
            return start + "reviewed" + pack + reviewed.version() + of(reviewed.article());
        }
        return start + "renamed" + pack + ((Change.Renamed) change).version();
    }

    private static String of(Optional<ArticleId> article) {
        return article.map(Ledger::of).orElse("");
    }

    private static String of(ArticleId article) {
        return " " + article.value();
    }

    static long sequence(String line) {
        return Long.parseLong(line.substring(0, line.indexOf(' ')));
    }

    /** The registrations that lines tell of. */
    static List<Registration> registrations(List<String> lines) {
        List<Registration> registrations = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(" ", -1);
            if (fields[1].equals(REGISTERED)) {
                registrations.add(
                        new Registration(
                                new ReleaseId(new PackId(fields[2]), new Version(fields[3])),
                                new Digest(fields[4]),
                                new Digest(fields[5]),
                                Long.parseLong(fields[6]),
                                Long.parseLong(fields[0]),
                                Instant.parse(fields[7])));
            }
        }
        return registrations;
    }
}
