package org.contentpack.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.contentpack.pack.Article;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Section;
import org.contentpack.pack.Tag;
import org.contentpack.version.Version;

/** What the index has of one text: an entry for the article, and one for each of its sections. */
final class Entries {

    /** With the places of words in the text, so that marking them needs no second look at it. */
    private static final FieldType EXCERPTED = new FieldType(TextField.TYPE_STORED);

    static {
        EXCERPTED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        EXCERPTED.freeze();
    }

    private final PackId pack;
    private final Article article;
    private final String key;
    private final String rules;

    private Entries(PackId pack, Article article, String key) {
        this.pack = pack;
        this.article = article;
        this.key = key;
        this.rules = Stemming.rules(article.language());
    }

    /**
     * The entries of a text.
     *
     * @param current the version of the latest release, where the text is in it
     */
    static List<Document> of(PackId pack, Article article, String key, Optional<Version> current) {
        Entries entries = new Entries(pack, article, key);
        List<Document> documents = new ArrayList<>();
        documents.add(entries.article());
        for (Section section : article.sections()) {
            documents.add(entries.section(section));
        }
        current.ifPresent(version -> documents.forEach(entry -> entry.add(current(version))));
        return documents;
    }

    static BinaryDocValuesField current(Version version) {
        return new BinaryDocValuesField(Fields.CURRENT, new BytesRef(version.text()));
    }

    private Document article() {
        Document entry = entry("");
        entry.add(words(Fields.TITLE, article.title()));
        entry.add(excerpted(article.summary()));
        StringBuilder tags = new StringBuilder();
        article.tags().forEach(tag -> tags.append(tag).append(' '));
        entry.add(words(Fields.CONTEXT, tags.toString()));
        return entry;
    }

    private Document section(Section section) {
        Document entry = entry(section.id().value());
        entry.add(new StoredField(Fields.SECTION, section.id().value()));
        section.heading()
                .ifPresent(
                        heading -> {
                            entry.add(words(Fields.HEADING, heading));
                            entry.add(new StoredField(Fields.SECTION_HEADING, heading));
                        });
        section.kind()
                .ifPresent(
                        kind ->
                                entry.add(
                                        new StringField(Fields.KIND, kind.id(), Field.Store.YES)));
        entry.add(excerpted(SectionText.of(section)));
        entry.add(words(Fields.CONTEXT, article.title()));
        return entry;
    }

    private Document entry(String place) {
        Document entry = new Document();
        entry.add(new StringField(Fields.TEXT_KEY, key, Field.Store.YES));
        entry.add(new SortedDocValuesField(Fields.TEXT_KEY, new BytesRef(key)));
        entry.add(new SortedDocValuesField(Fields.PLACE, new BytesRef(key + "#" + place)));
        entry.add(new StringField(Fields.PACK, pack.value(), Field.Store.NO));
        String tag = article.language().tag();
        entry.add(new StringField(Fields.LANGUAGE, tag, Field.Store.NO));
        for (int dash = tag.lastIndexOf('-'); dash > 0; dash = tag.lastIndexOf('-', dash - 1)) {
            entry.add(new StringField(Fields.LANGUAGE, tag.substring(0, dash), Field.Store.NO));
        }
        for (Tag each : article.tags()) {
            entry.add(new StringField(Fields.TAG, each.value(), Field.Store.NO));
        }
        return entry;
    }

    private Field words(String field, String text) {
        return new TextField(Stemming.field(field, rules), text, Field.Store.NO);
    }

    private Field excerpted(String text) {
        return new Field(Stemming.field(Fields.TEXT, rules), text, EXCERPTED);
    }
}
