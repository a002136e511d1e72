package org.contentpack.manifest;

import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.cli.settings.AuthorSettings;
import org.contentpack.cli.settings.SettingsDocument;
import org.contentpack.cli.settings.SettingsDocument.ExemptionDocument;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Severity;
import org.contentpack.manifest.KeyTable.Row;
import org.contentpack.manifest.constraint.ArticleIdText;
import org.contentpack.manifest.constraint.DigestText;
import org.contentpack.manifest.constraint.FilePathText;
import org.contentpack.manifest.constraint.IsoDate;
import org.contentpack.manifest.constraint.LanguageTag;
import org.contentpack.manifest.constraint.OneOf;
import org.contentpack.manifest.constraint.PackIdText;
import org.contentpack.manifest.constraint.SemanticVersion;
import org.contentpack.manifest.constraint.SlugText;
import org.contentpack.manifest.constraint.SourceIdText;
import org.contentpack.manifest.constraint.SpdxExpression;
import org.contentpack.manifest.constraint.SupportedFormat;
import org.contentpack.manifest.constraint.TagText;
import org.contentpack.manifest.constraint.WebAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON Schemas for editors out of document records: keys and nesting from their components,
 * what values must be from their constraints, and what is said of them from the tables of the
 * documentation. Only what refuses a pack becomes part of a schema; warnings do not.
 *
 * <p>Editors read YAML by its core schema, in which {@code 2026} is a number and {@code true} is no
 * text. Where a text may look so, the schema allows both.
 */
final class DocumentSchemas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** At least one character that is no white space, for a key without a value is a finding. */
    private static final String ANY_TEXT = "\\S";

    private static final String ANY_LINE = "^[^\\n]*\\S[^\\n]*$";

    private static final String WORDS = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    private static final String WORDS_OR_NUMBERS = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final String PACK_ID =
            "^(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    private static final String VERSION =
            "^(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}"
                    + "(-(0|[1-9][0-9]{0,8}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
                    + "(\\.(0|[1-9][0-9]{0,8}|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?"
                    + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$";

    private static final String DATE = "^(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$";

    private static final String DIGEST = "^sha256:[0-9a-f]{64}$";

    private static final String LANGUAGE = "^[A-Za-z]{2,8}(-[0-9A-Za-z]{2,8})*$";

    private static final String LICENSE =
            "^[\\s(]*[A-Za-z0-9][A-Za-z0-9.:+-]*"
                    + "([\\s)]+(AND|OR|WITH)[\\s(]+[A-Za-z0-9][A-Za-z0-9.:+-]*)*[\\s)]*$";

    private static final String ADDRESS_CHARACTERS = "([!#$&-;=?-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2})+";

    private static final String HTTPS = "[Hh][Tt][Tt][Pp][Ss]://(?![^/?#]*@)" + ADDRESS_CHARACTERS;

    private static final String MAILTO = "[Mm][Aa][Ii][Ll][Tt][Oo]:(?!@)" + ADDRESS_CHARACTERS;

    private static final String SEGMENT =
            "[\\p{L}\\p{M}\\p{Nd}_-]([\\p{L}\\p{M}\\p{Nd}._-]*[\\p{L}\\p{M}\\p{Nd}_-])?";

    private static final List<String> FIRST =
            List.of("$schema", "$id", "title", "description", "examples", "type");

    private static final List<String> LAST =
            List.of("required", "additionalProperties", "properties", "items", "allOf", "oneOf");

    private DocumentSchemas() {}

    /**
     * A schema that is checked in.
     *
     * @param name of its file, without the ending
     * @param page the documentation of its keys, and the heading that they stand below
     */
    record Source(
            String name,
            Class<? extends Record> shape,
            String title,
            String description,
            Path page,
            String heading) {

        Path file() {
            return Path.of("docs/schemas", name + ".json");
        }

        KeyTable table() {
            return KeyTable.of(page, heading);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final Source PACK =
            new Source(
                    "pack",
                    ManifestDocument.class,
                    "pack.yaml",
                    "The manifest of a content pack, format 1.",
                    Path.of("docs/pack-format.md"),
                    "`pack.yaml`");

    static final Source ARTICLE =
            new Source(
                    "article",
                    FrontMatterDocument.class,
                    "Front matter of an article",
                    "What stands between the two lines --- of an article in a content pack, format 1.",
                    Path.of("docs/pack-format.md"),
                    "Articles");

    static final Source SETTINGS =
            new Source(
                    "contentpack",
                    SettingsDocument.class,
                    "contentpack.yaml",
                    "What a project settles for the command contentpack.",
                    Path.of("docs/findings.md"),
                    "contentpack.yaml");

    static final List<Source> ALL = List.of(PACK, ARTICLE, SETTINGS);

    /** The schema as it has to be. */
    static ObjectNode of(Source source) {
        KeyTable table = source.table();
        Map<Class<?>, String> prefixes = new HashMap<>();
        prefixes(source.shape(), "", prefixes);
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                                Option.INLINE_ALL_SCHEMAS)
                        .without(Option.SCHEMA_VERSION_INDICATOR);
        builder.forTypesInGeneral()
                .withPropertySorter(
                        Comparator.comparing(
                                m -> place(m.getDeclaringType().getErasedType(), m.getName())))
                .withTypeAttributeOverride(
                        (node, scope, context) -> addTies(node, scope.getType().getErasedType()));
        builder.forFields()
                .withCustomDefinitionProvider(
                        (field, context) ->
                                field.getType().getErasedType() == String.class
                                        ? new CustomPropertyDefinition(
                                                text(field, key(field, prefixes)))
                                        : null)
                .withRequiredCheck(field -> !isItem(field) && isRequired(field, prefixes))
                .withArrayMinItemsResolver(
                        field -> !isItem(field) && has(field, NotEmpty.class) ? 1 : null)
                .withInstanceAttributeOverride(
                        (node, field, context) -> {
                            if (!isItem(field)) {
                                describe(node, key(field, prefixes), table);
                            }
                        });
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:contentpack:schema:" + source.name());
        schema.put("title", source.title());
        schema.put("description", source.description());
        schema.setAll(new SchemaGenerator(builder.build()).generateSchema(source.shape()));
        return inOrder(schema);
    }

    /** What people read of a schema stands first, what nests last; the rest as it was. */
    private static ObjectNode inOrder(ObjectNode schema) {
        if (!schema.has("properties")) {
            schema.remove("additionalProperties");
        }
        List<String> names = new ArrayList<>(schema.propertyNames());
        names.sort(
                Comparator.comparingInt(
                        name -> FIRST.contains(name) ? FIRST.indexOf(name) : last(name)));
        ObjectNode ordered = JSON.objectNode();
        for (String name : names) {
            ordered.set(name, schema.get(name));
        }
        if (schema.get("properties") instanceof ObjectNode properties) {
            for (String name : List.copyOf(properties.propertyNames())) {
                if (properties.get(name) instanceof ObjectNode property) {
                    properties.set(name, inOrder(property));
                }
            }
        }
        if (schema.get("items") instanceof ObjectNode items) {
            ordered.set("items", inOrder(items));
        }
        return ordered;
    }

    private static int last(String name) {
        return FIRST.size() + 1 + LAST.indexOf(name);
    }

    /** What stands before the names of a record's components, such as {@code assets[].}. */
    private static void prefixes(Class<?> shape, String prefix, Map<Class<?>, String> prefixes) {
        prefixes.put(shape, prefix);
        for (RecordComponent component : shape.getRecordComponents()) {
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> item
                    && item.isRecord()) {
                prefixes(item, prefix + component.getName() + "[].", prefixes);
            } else if (component.getType().isRecord()) {
                prefixes(component.getType(), prefix + component.getName() + ".", prefixes);
            }
        }
    }

    private static String key(FieldScope field, Map<Class<?>, String> prefixes) {
        return prefixes.get(field.getDeclaringType().getErasedType())
                + field.getRawMember().getName();
    }

    /** Keys stand in the order of the record, which is the one that people write. */
    private static int place(Class<?> shape, String name) {
        return Arrays.stream(shape.getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(name);
    }

    private static boolean isItem(FieldScope field) {
        return field.isFakeContainerItemScope();
    }

    private static boolean isRequired(FieldScope field, Map<Class<?>, String> prefixes) {
        return has(field, NotNull.class)
                || has(field, NotEmpty.class)
                || (field.getDeclaringType().getErasedType().getEnclosingClass()
                                == SettingsDocument.class
                        && SettingsKeys.REQUIRED.contains(key(field, prefixes)));
    }

    /** True where a constraint of the type stands there that refuses a pack. */
    private static boolean has(
            FieldScope field, Class<? extends java.lang.annotation.Annotation> type) {
        return Stream.of(field.getRawMember().getAnnotationsByType(type))
                .anyMatch(a -> isRefusing(message(a)));
    }

    private static String message(java.lang.annotation.Annotation constraint) {
        try {
            return (String) constraint.annotationType().getMethod("message").invoke(constraint);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no constraint: " + constraint, e);
        }
    }

    private static boolean isRefusing(String code) {
        return BuiltInRule.valueOf(code.replace('-', '_')).severity() == Severity.ERROR;
    }

    /** What a text must be. */
    private static ObjectNode text(FieldScope field, String key) {
        AnnotatedElement at =
                isItem(field)
                        ? ((AnnotatedParameterizedType) field.getRawMember().getAnnotatedType())
                                .getAnnotatedActualTypeArguments()[0]
                        : field.getRawMember();
        if (field.getDeclaringType().getErasedType() == SettingsDocument.class
                || field.getDeclaringType().getErasedType().getEnclosingClass()
                        == SettingsDocument.class) {
            return SettingsKeys.text(key);
        }
        return Stream.<Optional<ObjectNode>>of(
                        one(at, PackIdText.class).map(c -> word(PACK_ID, 100)),
                        one(at, ArticleIdText.class).map(c -> word(WORDS, 100)),
                        one(at, SourceIdText.class).map(c -> word(WORDS, 60)),
                        one(at, SlugText.class).map(c -> wordOrNumber(100)),
                        one(at, TagText.class).map(c -> wordOrNumber(60)),
                        one(at, SemanticVersion.class).map(c -> string(VERSION, 64)),
                        one(at, DigestText.class).map(c -> string(DIGEST)),
                        one(at, LanguageTag.class).map(c -> string(LANGUAGE, 35)),
                        one(at, IsoDate.class).map(c -> date()),
                        one(at, SpdxExpression.class).map(c -> scalar(LICENSE, 300)),
                        one(at, WebAddress.class).map(c -> address(c.schemes())),
                        one(at, FilePathText.class).map(c -> path(c.folder())),
                        one(at, OneOf.class).map(c -> oneOf(c.value())),
                        one(at, SupportedFormat.class).map(c -> format(c.max())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> free(at));
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> one(
            AnnotatedElement at, Class<A> type) {
        return Stream.of(at.getAnnotationsByType(type)).findFirst();
    }

    /** Text in no particular form. */
    private static ObjectNode free(AnnotatedElement at) {
        boolean isOneLine =
                one(at, jakarta.validation.constraints.Pattern.class)
                        .filter(p -> p.regexp().equals(ManifestDocument.SINGLE_LINE))
                        .isPresent();
        ObjectNode node = scalar(isOneLine ? ANY_LINE : ANY_TEXT);
        one(at, Size.class).ifPresent(size -> node.put("maxLength", size.max()));
        return node;
    }

    private static ObjectNode typed(String pattern, String... types) {
        ObjectNode node = JSON.objectNode();
        if (types.length == 1) {
            node.put("type", types[0]);
        } else {
            Stream.of(types).forEach(node.putArray("type")::add);
        }
        return node.put("pattern", pattern);
    }

    static ObjectNode string(String pattern) {
        return typed(pattern, "string");
    }

    private static ObjectNode string(String pattern, int maxLength) {
        return string(pattern).put("maxLength", maxLength);
    }

    /** Texts that may look like a number or a truth value. */
    static ObjectNode scalar(String pattern) {
        return typed(pattern, "string", "number", "boolean");
    }

    private static ObjectNode scalar(String pattern, int maxLength) {
        return scalar(pattern).put("maxLength", maxLength);
    }

    /** Names that begin with a letter may look like a truth value. */
    private static ObjectNode word(String pattern, int maxLength) {
        return typed(pattern, "string", "boolean").put("maxLength", maxLength);
    }

    private static ObjectNode wordOrNumber(int maxLength) {
        return typed(WORDS_OR_NUMBERS, "string", "integer", "boolean")
                .put("maxLength", maxLength)
                .put("minimum", 0);
    }

    static ObjectNode date() {
        return string(DATE).put("format", "date");
    }

    static ObjectNode oneOf(String... words) {
        ObjectNode node = JSON.objectNode().put("type", "string");
        Stream.of(words).forEach(node.putArray("enum")::add);
        return node;
    }

    /** In quotation marks or not. */
    private static ObjectNode format(int max) {
        ObjectNode node = JSON.objectNode();
        var formats = node.putArray("enum");
        for (int format = 1; format <= max; format++) {
            formats.add(format).add(String.valueOf(format));
        }
        return node;
    }

    private static ObjectNode address(String... schemes) {
        List<String> forms = new ArrayList<>();
        for (String scheme : schemes) {
            forms.add(scheme.equals("https") ? HTTPS : MAILTO);
        }
        String pattern =
                forms.size() == 1
                        ? "^" + forms.get(0) + "$"
                        : "^(" + String.join("|", forms) + ")$";
        return string(pattern, 2_000).put("format", "uri");
    }

    private static ObjectNode path(String folder) {
        return string("^" + folder + "(/" + SEGMENT + "){1,15}$", 1_024);
    }

    /** What holds between the keys of one record. */
    private static void addTies(ObjectNode node, Class<?> shape) {
        if (shape.isAnnotationPresent(ReviewFitsStatus.class)) {
            List<String> keys = List.of("reviewer", "lastReviewed", "nextReview");
            ObjectNode absent = JSON.objectNode();
            keys.forEach(key -> absent.put(key, false));
            ObjectNode reviewed = JSON.objectNode();
            keys.forEach(reviewed.putArray("required")::add);
            node.putArray("allOf")
                    .add(when("status", "unreviewed", JSON.objectNode().set("properties", absent)))
                    .add(when("status", "reviewed", reviewed));
        }
        if (shape.isAnnotationPresent(ItemFitsKind.class)) {
            List<String> names =
                    Stream.of("from", "to", "id").filter(name -> place(shape, name) >= 0).toList();
            node.putArray("allOf")
                    .add(when("kind", "article", item(names, word(WORDS, 100), false)))
                    .add(when("kind", "section", item(names, word(WORDS, 100), true)))
                    .add(when("kind", "asset", item(names, path("assets"), false)));
        }
        if (shape == ExemptionDocument.class) {
            var either = node.putArray("oneOf");
            Stream.of("file", "article")
                    .forEach(key -> either.addObject().putArray("required").add(key));
        }
    }

    private static ObjectNode when(String key, String word, JsonNode then) {
        ObjectNode condition = JSON.objectNode();
        condition.putObject("properties").putObject(key).put("const", word);
        condition.putArray("required").add(key);
        ObjectNode node = JSON.objectNode();
        node.set("if", condition);
        node.set("then", then);
        return node;
    }

    /** What a redirect or a removal has to be for one kind. */
    private static ObjectNode item(List<String> names, ObjectNode form, boolean isInArticle) {
        ObjectNode node = JSON.objectNode();
        ObjectNode properties = node.putObject("properties");
        names.forEach(name -> properties.set(name, form.deepCopy()));
        if (isInArticle) {
            node.putArray("required").add("article");
        } else {
            properties.put("article", false);
        }
        return node;
    }

    private static void describe(ObjectNode node, String key, KeyTable table) {
        Row row = table.row(key);
        node.put("title", title(key));
        node.put("description", row.plainMeaning());
        node.putArray("examples").add(example(key, table, node));
    }

    /** {@code Content changed} for {@code contentChanged}. */
    private static String title(String key) {
        String words =
                key.substring(key.lastIndexOf('.') + 1)
                        .replaceAll("([A-Z])", " $1")
                        .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** An entry's own example, or one made of what stands in it. */
    private static JsonNode example(String key, KeyTable table, ObjectNode node) {
        if (key.equals("format")) {
            return JSON.numberNode(Integer.parseInt(table.row(key).example().orElseThrow()));
        }
        boolean isList = key.equals("tags") || hasRowsBelow(key + "[].", table);
        JsonNode one =
                table.row(key)
                        .example()
                        .<JsonNode>map(JSON::stringNode)
                        .orElseGet(() -> composed(isList ? key + "[]." : key + ".", table, node));
        return isList ? JSON.arrayNode().add(one) : one;
    }

    private static boolean hasRowsBelow(String prefix, KeyTable table) {
        return table.rows().keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** Of the keys that are needed; of all where none is. */
    private static ObjectNode composed(String prefix, KeyTable table, ObjectNode node) {
        List<String> below =
                table.rows().keySet().stream()
                        .filter(key -> key.startsWith(prefix))
                        .filter(key -> key.indexOf('.', prefix.length()) < 0)
                        .toList();
        List<String> needed =
                below.stream()
                        .filter(
                                key ->
                                        List.of("yes", "sections", "or `article`")
                                                .contains(table.row(key).needed()))
                        .toList();
        ObjectNode whole = JSON.objectNode();
        for (String key : needed.isEmpty() ? below : needed) {
            whole.set(key.substring(prefix.length()), example(key, table, node));
        }
        return whole;
    }

    /**
     * What {@code SettingsReader} asks of values, which it looks at by itself: rules of others are
     * known to it, and constraints know none.
     */
    private static final class SettingsKeys {

        private static final List<String> REQUIRED =
                List.of(
                        "severities[].rule",
                        "severities[].severity",
                        "exemptions[].rule",
                        "exemptions[].reason",
                        "exemptions[].until");

        private static ObjectNode text(String key) {
            return switch (key) {
                case "profile" -> oneOf(ids(AuthorSettings.Profile.values()));
                case "docs" -> string("^https://.*/$");
                case "severities[].rule", "exemptions[].rule" -> string("^[A-Z]{3}-[0-9]{3}$");
                case "severities[].severity" -> oneOf(ids(Severity.values()));
                case "exemptions[].until" ->
                        JSON.objectNode().put("type", "string").put("format", "date");
                default -> scalar(ANY_TEXT);
            };
        }

        private static String[] ids(Enum<?>[] words) {
            return Stream.of(words)
                    .map(word -> word.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        }
    }
}
