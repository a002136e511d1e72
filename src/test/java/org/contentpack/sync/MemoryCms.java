package org.contentpack.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.Digest;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Section;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.Tag;

/**
 * A small CMS in memory with its own editors, so that the engine can be tested without a server. It
 * keeps what it is told, numbers its items, and can fail or die around each write.
 */
final class MemoryCms implements Connector {

    /** What a {@code kill -9} looks like from inside. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final NavigableMap<Integer, Item> items = new TreeMap<>();
    private int nextId = 1;
    private int revisions = 1;
    private int writes;
    private int reads;
    private int diesAtWrite = -1;
    private boolean diesBefore;
    private int lostAnswer = -1;
    private Optional<ConnectorException> failure = Optional.empty();

    int writes() {
        return writes;
    }

    int reads() {
        return reads;
    }

    /** Dies around the n-th write from now, before or after it has happened. */
    void dieAt(int write, boolean before) {
        diesAtWrite = writes + write;
        diesBefore = before;
    }

    void live() {
        diesAtWrite = -1;
    }

    /** The n-th write from now happens, and its answer does not arrive. */
    void loseAnswerOf(int write) {
        lostAnswer = writes + write;
    }

    /** Every write fails so from now on. */
    void failWith(ConnectorException exception) {
        failure = Optional.of(exception);
    }

    void mend() {
        failure = Optional.empty();
    }

    List<Item> all() {
        return List.copyOf(items.values());
    }

    Item only() {
        if (items.size() != 1) {
            throw new AssertionError("not one item: " + items.keySet());
        }
        return items.firstEntry().getValue();
    }

    Item of(String article) {
        return items.values().stream()
                .filter(i -> i.marks().isPresent())
                .filter(i -> i.marks().get().key().article().value().equals(article))
                .min(Comparator.comparing(i -> Integer.parseInt(i.id())))
                .orElseThrow();
    }

    // What editors do.

    void edit(String id, UnaryOperator<Content> edit) {
        replace(id, i -> i.status(), edit, i -> i.marks());
    }

    void editSection(String id, String section, UnaryOperator<String> edit) {
        edit(
                id,
                content ->
                        new Content(
                                content.fields(),
                                content.body().stream()
                                        .map(
                                                p ->
                                                        p.section()
                                                                        .map(SectionId::value)
                                                                        .equals(
                                                                                Optional.of(
                                                                                        section))
                                                                ? new Passage(
                                                                        p.section(),
                                                                        edit.apply(p.text()))
                                                                : p)
                                        .toList()));
    }

    void editField(String id, String field, String text) {
        edit(
                id,
                content -> {
                    TreeMap<String, Value> fields = new TreeMap<>(content.fields());
                    fields.put(field, new Value.Text(text));
                    return new Content(fields, content.body());
                });
    }

    void addOwn(String id, int place, String text) {
        edit(
                id,
                content -> {
                    List<Passage> body = new ArrayList<>(content.body());
                    body.add(place, Passage.own(text));
                    return new Content(content.fields(), body);
                });
    }

    void setStatus(String id, ItemStatus status) {
        replace(id, i -> status, UnaryOperator.identity(), i -> i.marks());
    }

    void dropMarks(String id) {
        replace(id, i -> i.status(), UnaryOperator.identity(), i -> Optional.empty());
    }

    void delete(String id) {
        items.remove(Integer.parseInt(id));
    }

    Item copy(String id) {
        Item original = items.get(Integer.parseInt(id));
        return put(nextId++, original.status(), original.content(), original.marks());
    }

    Item write(ItemStatus status, Content content) {
        return put(nextId++, status, content, Optional.empty());
    }

    private void replace(
            String id,
            java.util.function.Function<Item, ItemStatus> status,
            UnaryOperator<Content> edit,
            java.util.function.Function<Item, Optional<Marks>> marks) {
        int number = Integer.parseInt(id);
        Item item = items.get(number);
        put(number, status.apply(item), edit.apply(item.content()), marks.apply(item));
    }

    private Item put(int id, ItemStatus status, Content content, Optional<Marks> marks) {
        Item item =
                new Item(
                        Integer.toString(id),
                        status,
                        content,
                        marks,
                        "r" + revisions++,
                        URI.create("https://cms.example/edit/" + id));
        items.put(id, item);
        return item;
    }

    // What the engine does.

    @Override
    public Check check() {
        return new Check(List.of());
    }

    @Override
    public Check prepare() {
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
            body.add(Passage.of(section.id(), heading + section.markdown()));
        }
        return new Content(fields, body);
    }

    @Override
    public List<Item> items(PackId pack) {
        reads++;
        return items.values().stream()
                .filter(i -> i.marks().filter(m -> m.key().pack().equals(pack)).isPresent())
                .toList();
    }

    @Override
    public Optional<Item> item(String id) {
        reads++;
        return Optional.ofNullable(items.get(Integer.parseInt(id)));
    }

    @Override
    public Optional<Item> foreign(String id, Outgoing outgoing) {
        return item(id);
    }

    @Override
    public Item create(Outgoing outgoing, Content content, ItemStatus status)
            throws ConnectorException {
        return written(() -> put(nextId++, status, content, Optional.of(outgoing.marks())));
    }

    @Override
    public Item update(Item before, Outgoing outgoing, Content content) throws ConnectorException {
        Item now = unchanged(before);
        return written(
                () ->
                        put(
                                Integer.parseInt(now.id()),
                                now.status(),
                                content,
                                Optional.of(outgoing.marks())));
    }

    @Override
    public Item move(Item before, ItemStatus status) throws ConnectorException {
        Item now = unchanged(before);
        return written(() -> put(Integer.parseInt(now.id()), status, now.content(), now.marks()));
    }

    @Override
    public void unmark(Item before) throws ConnectorException {
        Item now = unchanged(before);
        written(
                () ->
                        put(
                                Integer.parseInt(now.id()),
                                now.status(),
                                now.content(),
                                Optional.empty()));
    }

    private Item unchanged(Item before) throws ConnectorException {
        Item now = items.get(Integer.parseInt(before.id()));
        if (now == null || !now.revision().equals(before.revision())) {
            throw new ConnectorException(
                    ConnectorException.Kind.CHANGED_MEANWHILE,
                    "Somebody saved item " + before.id() + " meanwhile.",
                    "Plan again.");
        }
        return now;
    }

    private interface Write {
        Item happen();
    }

    private Item written(Write write) throws ConnectorException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        writes++;
        if (writes == diesAtWrite && diesBefore) {
            throw new Killed();
        }
        Item item = write.happen();
        if (writes == diesAtWrite) {
            throw new Killed();
        }
        if (writes == lostAnswer) {
            throw new ConnectorException(
                    ConnectorException.Kind.UNREACHABLE, "The connection ended.", "Try again.");
        }
        return item;
    }

    /** One line for each item, so that two states can be compared. */
    String state() {
        StringBuilder state = new StringBuilder();
        for (Item item : items.values()) {
            state.append(item.id())
                    .append(' ')
                    .append(item.status().id())
                    .append(' ')
                    .append(item.marks().map(m -> m.key() + "@" + m.version()).orElse("-"))
                    .append(' ')
                    .append(
                            Digest.of(item.content().toString().getBytes(StandardCharsets.UTF_8))
                                    .hex(),
                            0,
                            12)
                    .append('\n');
        }
        return state.toString();
    }
}
