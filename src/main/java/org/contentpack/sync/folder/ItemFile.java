package org.contentpack.sync.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contentpack.compare.Content;
import org.contentpack.compare.Passage;
import org.contentpack.compare.Value;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Digest;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionId;
import org.contentpack.sync.ItemKey;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Marks;
import org.contentpack.version.Version;

/**
 * An item as the text of a file: lines {@code name: value} between two lines {@code ---}, then the
 * passages, each behind a line {@code <!-- section id -->} or {@code <!-- own -->}. What stands
 * before the first such line is an editor's own. A value has one line.
 */
record ItemFile(ItemStatus status, Optional<Marks> marks, Content content) {

    private static final String FENCE = "---";
    private static final String OWN = "<!-- own -->";

    private static final Pattern BEGIN =
            Pattern.compile("(?m)^<!-- (?:own|section ([a-z0-9-]{1,100})) -->[ \\t]*$");

    /** Fields of the content; the others are ours. */
    private static final List<String> TEXTS = List.of("title", "summary");

    static ItemFile parse(String text) {
        String lines = text.replace("\r\n", "\n");
        Map<String, String> head = new TreeMap<>();
        String body = lines;
        int end = lines.indexOf("\n" + FENCE + "\n", FENCE.length());
        if (lines.startsWith(FENCE + "\n") && end >= 0) {
            for (String line : lines.substring(FENCE.length() + 1, end).split("\n", -1)) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
                }
            }
            body = lines.substring(end + FENCE.length() + 2);
        }
        return new ItemFile(
                Optional.ofNullable(head.get("status"))
                        .flatMap(ItemStatus::parse)
                        .orElse(ItemStatus.DRAFT),
                marks(head),
                new Content(fields(head), passages(body)));
    }

    private static TreeMap<String, Value> fields(Map<String, String> head) {
        TreeMap<String, Value> fields = new TreeMap<>();
        for (String name : TEXTS) {
            fields.put(name, new Value.Text(head.getOrDefault(name, "")));
        }
        TreeSet<String> tags = new TreeSet<>();
        for (String tag : head.getOrDefault("tags", "").split(",", -1)) {
            if (!tag.isBlank()) {
                tags.add(tag.strip());
            }
        }
        fields.put("tags", new Value.Terms(tags));
        return fields;
    }

    /** Of an item of ours; empty where one of them is missing or was spoiled. */
    private static Optional<Marks> marks(Map<String, String> head) {
        Optional<PackId> pack = Optional.ofNullable(head.get("pack")).flatMap(PackId::parse);
        Optional<ArticleId> article =
                Optional.ofNullable(head.get("article")).flatMap(ArticleId::parse);
        Optional<Language> language =
                Optional.ofNullable(head.get("language")).flatMap(Language::parse);
        Optional<Version> version =
                Optional.ofNullable(head.get("version")).flatMap(Version::parse);
        Optional<Digest> release = Optional.ofNullable(head.get("release")).flatMap(Digest::parse);
        Optional<Digest> file =
                Optional.ofNullable(head.get("article-digest")).flatMap(Digest::parse);
        if (pack.isEmpty()
                || article.isEmpty()
                || language.isEmpty()
                || version.isEmpty()
                || release.isEmpty()
                || file.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Marks(
                        new ItemKey(pack.get(), article.get(), language.get()),
                        version.get(),
                        release.get(),
                        file.get(),
                        head.getOrDefault("review", ""),
                        Optional.ofNullable(head.get("notice"))));
    }

    private static List<Passage> passages(String body) {
        List<Passage> passages = new ArrayList<>();
        Matcher matcher = BEGIN.matcher(body);
        int from = 0;
        Optional<SectionId> section = Optional.empty();
        while (matcher.find()) {
            add(passages, section, body.substring(from, matcher.start()));
            section = Optional.ofNullable(matcher.group(1)).flatMap(SectionId::parse);
            from = matcher.end();
        }
        add(passages, section, body.substring(from));
        return passages;
    }

    /** A second passage of one section is a copy, and so an editor's own. */
    private static void add(List<Passage> passages, Optional<SectionId> section, String text) {
        String stripped = text.strip();
        if (!stripped.isEmpty()) {
            boolean isCopy = passages.stream().anyMatch(p -> p.section().equals(section));
            passages.add(new Passage(section.filter(s -> !isCopy), stripped));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(FENCE).append('\n');
        line(text, "status", status.id());
        content.fields().forEach((name, value) -> line(text, name, text(value)));
        marks.ifPresent(m -> marks(text, m));
        text.append(FENCE).append('\n');
        for (Passage passage : content.body()) {
            text.append('\n')
                    .append(passage.section().map(s -> "<!-- section " + s + " -->").orElse(OWN))
                    .append('\n')
                    .append(passage.text())
                    .append('\n');
        }
        return text.toString();
    }

    private static void marks(StringBuilder text, Marks marks) {
        line(text, "pack", marks.key().pack().value());
        line(text, "article", marks.key().article().value());
        line(text, "language", marks.key().language().tag());
        line(text, "version", marks.version().text());
        line(text, "release", marks.release().value());
        line(text, "article-digest", marks.article().value());
        line(text, "review", marks.review());
        marks.notice().ifPresent(notice -> line(text, "notice", notice));
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value.replaceAll("\\s+", " ")).append('\n');
    }

    private static String text(Value value) {
        return value instanceof Value.Text only
                ? only.text()
                : ((Value.Terms) value).terms().stream().collect(Collectors.joining(", "));
    }
}
