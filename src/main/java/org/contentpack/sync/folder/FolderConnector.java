package org.contentpack.sync.folder;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Section;
import org.contentpack.pack.Tag;
import org.contentpack.sync.Check;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorException;
import org.contentpack.sync.Item;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Marks;
import org.contentpack.sync.Outgoing;

/** One folder; an item is a file {@code <id>.md} in it, written whole or not at all. */
final class FolderConnector implements Connector {

    private static final String ENDING = ".md";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,150}");

    private final Path folder;
    private final URI site;

    FolderConnector(Path folder, URI site) {
        this.folder = folder;
        this.site = site;
    }

    @Override
    public Check check() {
        boolean isWritable = Files.isDirectory(folder) && Files.isWritable(folder);
        return new Check(
                List.of(
                        new Check.Point(
                                "reachable",
                                isWritable ? Check.State.FINE : Check.State.MISSING,
                                isWritable
                                        ? "The folder can be written to."
                                        : "There is no folder that can be written to.",
                                isWritable
                                        ? ""
                                        : "Prepare the target, or make the folder that its"
                                                + " setting \"path\" names.")));
    }

    @Override
    public Check prepare() throws IOException {
        Files.createDirectories(folder);
        return check();
    }

    @Override
    public Content render(Outgoing outgoing) {
        TreeMap<String, Value> fields = new TreeMap<>();
        fields.put("title", new Value.Text(outgoing.article().title()));
        fields.put("summary", new Value.Text(outgoing.article().summary()));
        TreeSet<String> tags = new TreeSet<>();
        outgoing.article().tags().stream().map(Tag::value).forEach(tags::add);
        fields.put("tags", new Value.Terms(tags));
        List<Passage> body = new ArrayList<>();
        for (Section section : outgoing.article().sections()) {
            String heading = section.heading().map(h -> "## " + h + "\n\n").orElse("");
            body.add(Passage.of(section.id(), (heading + section.markdown()).strip()));
        }
        return new Content(fields, body);
    }

    @Override
    public List<Item> items(PackId pack) throws IOException {
        List<Item> items = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return items;
        }
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names =
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(ENDING))
                            .sorted()
                            .toList();
        }
        for (String name : names) {
            item(name.substring(0, name.length() - ENDING.length()))
                    .filter(i -> i.marks().filter(m -> m.key().pack().equals(pack)).isPresent())
                    .ifPresent(items::add);
        }
        return items;
    }

    @Override
    public Optional<Item> item(String id) throws IOException {
        if (!ID.matcher(id).matches() || !Files.isRegularFile(file(id))) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file(id));
        ItemFile read = ItemFile.parse(new String(bytes, StandardCharsets.UTF_8));
        return Optional.of(
                new Item(
                        id,
                        read.status(),
                        read.content(),
                        read.marks(),
                        Digest.of(bytes).value(),
                        URI.create(site + "/" + id)));
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    @Override
    public Optional<Item> foreign(String id, Outgoing outgoing) throws IOException {
        return item(id);
    }

    @Override
    public Item create(Outgoing outgoing, Content content, ItemStatus status) throws IOException {
        String name = outgoing.marks().key().article() + "." + outgoing.marks().key().language();
        String id = name;
        for (int i = 2; Files.exists(file(id)); i++) {
            id = name + "-" + i;
        }
        return written(id, new ItemFile(status, Optional.of(outgoing.marks()), content));
    }

    @Override
    public Item update(Item before, Outgoing outgoing, Content content) throws IOException {
        Item now = unchanged(before);
        return written(
                now.id(), new ItemFile(now.status(), Optional.of(outgoing.marks()), content));
    }

    @Override
    public Item move(Item before, ItemStatus status) throws IOException {
        Item now = unchanged(before);
        return written(now.id(), new ItemFile(status, now.marks(), now.content()));
    }

    @Override
    public void unmark(Item before) throws IOException {
        Item now = unchanged(before);
        written(now.id(), new ItemFile(now.status(), Optional.<Marks>empty(), now.content()));
    }

    private Item unchanged(Item before) throws IOException {
        return item(before.id())
                .filter(now -> now.revision().equals(before.revision()))
                .orElseThrow(
                        () ->
                                new ConnectorException(
                                        ConnectorException.Kind.CHANGED_MEANWHILE,
                                        "Somebody saved \"" + before.id() + "\" meanwhile.",
                                        "Make a new plan."));
    }

    private Item written(String id, ItemFile file) throws IOException {
        Path beside = Files.createTempFile(folder, ".item", ".tmp");
        try {
            Files.writeString(beside, file.text(), StandardCharsets.UTF_8);
            Files.move(beside, file(id), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        return item(id).orElseThrow(
                        () ->
                                new ConnectorException(
                                        ConnectorException.Kind.NOT_WRITTEN,
                                        "\"" + id + "\" was written and is not there.",
                                        "Look whether something else empties the folder."));
    }
}
