package org.contentpack.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.Target;
import org.contentpack.sync.TargetName;
import org.contentpack.sync.UpdatePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which targets a configuration makes, and which settings it refuses. */
class TargetSettingsTest {

    private static final Map<String, String> LEAST =
            Map.of(
                    "contentpack.targets", "my-site",
                    "contentpack.target.my-site.kind", "remembering",
                    "contentpack.target.my-site.url", "https://cms.example/",
                    "contentpack.target.my-site.packs", "garden-notes");

    @TempDir Path folder;

    /** Keeps what connectors are told; it connects to nothing. */
    private static final class Remembering implements ConnectorKind {

        private final List<ConnectorSettings> told = new ArrayList<>();

        @Override
        public String id() {
            return "remembering";
        }

        @Override
        public Connector connect(ConnectorSettings settings) {
            told.add(settings);
            return new org.contentpack.sync.folder.FolderKind()
                    .connect(new ConnectorSettings(settings.target(), Map.of("path", "not-there")));
        }
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> values = new TreeMap<>(LEAST);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static ConnectorSettings only(Map<String, String> values) {
        Remembering kind = new Remembering();
        new TargetSettings(TestConfig.of(values), List.of(kind)).targets();
        assertThat(kind.told).hasSize(1);
        return kind.told.get(0);
    }

    @Test
    void withoutTargetsThereAreNone() {
        Remembering kind = new Remembering();

        new TargetSettings(TestConfig.of(Map.of()), List.of(kind)).targets();

        assertThat(kind.told).isEmpty();
    }

    @Test
    void whatIsNotSaidIsCautious() {
        assertThat(only(LEAST).target())
                .isEqualTo(
                        new Target(
                                new TargetName("my-site"),
                                "remembering",
                                URI.create("https://cms.example"),
                                Set.of(new PackId("garden-notes")),
                                Set.of(),
                                Set.of(),
                                ItemStatus.LIVE,
                                new UpdatePolicy.Ask(),
                                false,
                                Optional.empty()));
    }

    @Test
    void everythingCanBeSaid() {
        String name = "contentpack.target.my-site.";
        assertThat(
                        only(with(
                                        name + "articles", "keeping-mint, growing-basil",
                                        name + "languages", "en,es",
                                        name + "status", "draft",
                                        name + "policy", "auto:editorial",
                                        name + "retire-untouched", "true",
                                        name + "allow-unreviewed-person", "Dr Okafor",
                                        name + "allow-unreviewed-reason", "A trial."))
                                .target())
                .isEqualTo(
                        new Target(
                                new TargetName("my-site"),
                                "remembering",
                                URI.create("https://cms.example"),
                                Set.of(new PackId("garden-notes")),
                                Set.of(
                                        new ArticleId("keeping-mint"),
                                        new ArticleId("growing-basil")),
                                Set.of(new Language("en"), new Language("es")),
                                ItemStatus.DRAFT,
                                new UpdatePolicy.Auto(Set.of(ChangeKind.EDITORIAL)),
                                true,
                                Optional.of(new Target.Answerable("Dr Okafor", "A trial."))));
    }

    @Test
    void optionsOfAKindComeFromPropertiesVariablesAndFiles() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");

        ConnectorSettings settings =
                only(
                        with(
                                "contentpack.target.my-site.user", "editor",
                                "CONTENTPACK_TARGET_MY_SITE_ITEM_TYPE", "pages",
                                "contentpack.target.my-site.password-file", secret.toString()));

        assertThat(settings.option("user")).contains("editor");
        assertThat(settings.option("item-type")).contains("pages");
        assertThat(settings.option("password")).contains("from a file");
        assertThat(settings).hasToString("settings of my-site");
    }

    @ParameterizedTest
    @CsvSource({
        "targets, My Site",
        "target.my-site.kind, unknown",
        "target.my-site.url, file:///etc/passwd",
        "target.my-site.url, https://user:secret@cms.example",
        "target.my-site.url, //cms.example",
        "target.my-site.packs, Garden",
        "target.my-site.languages, english!",
        "target.my-site.status, trashed?",
        "target.my-site.policy, auto:everything",
        "target.my-site.retire-untouched, maybe",
        "target.my-site.allow-unreviewed-person, Dr Okafor"
    })
    void aWrongSettingIsNamedAndNotRepeated(String setting, String value) {
        TargetSettings settings =
                new TargetSettings(
                        TestConfig.of(with("contentpack." + setting, value)),
                        List.of(new Remembering()));

        assertThatThrownBy(settings::targets)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contentpack." + setting)
                .hasMessageNotContaining(value);
    }
}
