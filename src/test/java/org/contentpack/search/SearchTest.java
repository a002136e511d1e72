package org.contentpack.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Tag;
import org.contentpack.registry.Actor;
import org.contentpack.registry.PublishResult;
import org.contentpack.registry.Registration;
import org.contentpack.registry.Registry;
import org.contentpack.registry.Submission;
import org.contentpack.registry.TestPack;
import org.contentpack.registry.TestRegistry;
import org.contentpack.registry.Withdrawal;
import org.contentpack.registry.Withdrawals;
import org.contentpack.search.SearchRequest.Filters;
import org.contentpack.search.SearchRequest.Scope;
import org.contentpack.storage.InMemoryReleaseStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

    private static final PackId CRAMPS = new PackId("leg-cramps");
    private static final ArticleId CAUSES = new ArticleId("causes");
    private static final String HEADING = "\n\n## Dehydration {#dehydration .cause}\n\n";

    private final Registry registry = TestRegistry.over(new InMemoryReleaseStore());

    @TempDir Path folder;

    private Search search;

    @BeforeEach
    void open() {
        search = new Search(registry, folder, Duration.ZERO);
    }

    @AfterEach
    void close() {
        search.close();
    }

    private void reopen() {
        search.close();
        open();
        search.round();
    }

    private Registration publish(TestPack files) throws IOException {
        PublishResult result =
                registry.publish(new Submission(files.files(), List.of(), Actor.BUILT_IN));
        assertThat(result).isInstanceOf(PublishResult.Published.class);
        return ((PublishResult.Published) result).registration();
    }

    /** A pack of one article about cramps, in English and in Spanish. */
    private Registration cramps(String version, String text) throws IOException {
        return publish(
                new TestPack(CRAMPS.value(), version)
                        .article(
                                "causes",
                                "en",
                                "Causes of leg cramps",
                                "tags: [night]",
                                "Some causes are known.\n\n## Dehydration {#dehydration .cause}\n\n"
                                        + text)
                        .article(
                                "causes",
                                "es",
                                "Causas de los calambres",
                                "tags: [noche]",
                                "Se conocen algunas causas.\n\n"
                                        + "## Deshidratación {#dehydration .cause}\n\n"
                                        + "Los músculos se contraen cuando falta agua."));
    }

    @Test
    void aTranslationThatLacksASafetyChangeIsNotFound() throws IOException {
        Registration first = cramps("1.0.0", "Water is lost.");
        search.round();
        assertThat(places("calambres")).isNotEmpty();

        publish(
                new TestPack(CRAMPS.value(), "1.1.0")
                        .article(
                                "causes",
                                "en",
                                "Causes of leg cramps",
                                "",
                                HEADING + "Water and salt.")
                        .note("safety", "causes")
                        .staleTranslation(
                                "causes",
                                "es",
                                "Calambres. " + HEADING,
                                registry.release(first).articles().get(0).digest()));
        search.round();

        assertThat(places("calambres")).isEmpty();
        assertThat(places("salt")).isNotEmpty();
    }

    private SearchResult find(String words, Scope scope, Filters filters) throws IOException {
        return search.find(
                new SearchRequest(
                        SearchWords.parse(words).orElseThrow(),
                        scope,
                        filters,
                        50,
                        Optional.empty()));
    }

    private List<String> places(String words) throws IOException {
        return places(find(words, new Scope.Everywhere(), Filters.NONE));
    }

    private List<String> places(String words, Scope scope) throws IOException {
        return places(find(words, scope, Filters.NONE));
    }

    private List<String> places(String words, Filters filters) throws IOException {
        return places(find(words, new Scope.Everywhere(), filters));
    }

    private static List<String> places(SearchResult result) {
        return ((SearchResult.Found) result).hits().stream().map(SearchTest::place).toList();
    }

    private static String place(Hit hit) {
        return hit.registration().id()
                + "/"
                + hit.article().id()
                + "/"
                + hit.article().language()
                + hit.section().map(s -> "#" + s.id()).orElse("");
    }

    private static String marked(Hit hit) {
        return hit.excerpt().stream()
                .map(piece -> piece.isMatch() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    private static final String LACK = "Muscles contract when they lack **water**.";

    @Test
    void nothingIsFoundBeforeTheIndexIsWhole() throws IOException {
        cramps("1.0.0", LACK);

        assertThat(find("water", new Scope.Everywhere(), Filters.NONE))
                .isEqualTo(new SearchResult.NotReady());
        search.round();
        assertThat(places("water")).containsExactly("leg-cramps@1.0.0/causes/en#dehydration");
    }

    @Test
    void wordsAreFoundInOtherFormsOfTheirLanguage() throws IOException {
        cramps("1.0.0", LACK);
        search.round();

        assertThat(places("contracting muscle"))
                .containsExactly("leg-cramps@1.0.0/causes/en#dehydration");
        assertThat(places("deshidratacion"))
                .containsExactly("leg-cramps@1.0.0/causes/es#dehydration");
        assertThat(places("calambre")).first().isEqualTo("leg-cramps@1.0.0/causes/es");
    }

    @Test
    void aTitleWeighsMoreThanAHeadingAndAHeadingMoreThanTheText() throws IOException {
        TestPack pack = new TestPack("weights", "1.0.0");
        pack.article("a", "en", "Other things", "", "Magnesium is in many foods.");
        pack.article(
                "b", "en", "More things", "", "Intro.\n\n## Magnesium {#m}\n\nIt is in foods.");
        pack.article("c", "en", "Magnesium", "", "It is in many foods.");
        for (int i = 0; i < 20; i++) {
            pack.article("x" + i, "en", "Thing", "", "Intro.\n\n## Part {#part}\n\nText.");
        }
        publish(pack);
        search.round();

        assertThat(places("magnesium"))
                .containsExactly(
                        "weights@1.0.0/c/en",
                        "weights@1.0.0/b/en#m",
                        "weights@1.0.0/a/en#intro",
                        "weights@1.0.0/c/en#intro");
    }

    @Test
    void filtersLeaveOutWhatDoesNotKeepThem() throws IOException {
        cramps("1.0.0", LACK);
        search.round();
        Filters none = Filters.NONE;

        assertThat(
                        places(
                                "cause",
                                new Filters(
                                        Optional.of(new Tag("night")),
                                        none.kind(),
                                        none.language())))
                .containsExactlyInAnyOrder(
                        "leg-cramps@1.0.0/causes/en",
                        "leg-cramps@1.0.0/causes/en#intro",
                        "leg-cramps@1.0.0/causes/en#dehydration");
        assertThat(
                        places(
                                "cause",
                                new Filters(
                                        Optional.of(new Tag("noche")),
                                        none.kind(),
                                        none.language())))
                .doesNotContain("leg-cramps@1.0.0/causes/en");
        assertThat(
                        places(
                                "water",
                                new Filters(
                                        none.tag(),
                                        Optional.of(SectionKind.CAUSE),
                                        none.language())))
                .containsExactly("leg-cramps@1.0.0/causes/en#dehydration");
        assertThat(
                        places(
                                "water",
                                new Filters(
                                        none.tag(),
                                        Optional.of(SectionKind.ABOUT),
                                        none.language())))
                .isEmpty();
        assertThat(
                        places(
                                "agua",
                                new Filters(
                                        none.tag(), none.kind(), Optional.of(new Language("es")))))
                .containsExactly("leg-cramps@1.0.0/causes/es#dehydration");
        assertThat(
                        places(
                                "agua",
                                new Filters(
                                        none.tag(), none.kind(), Optional.of(new Language("en")))))
                .isEmpty();
        assertThat(places("water", new Scope.InPack(new PackId("another")))).isEmpty();
        assertThat(places("water", new Scope.InPack(CRAMPS))).hasSize(1);
    }

    @Test
    void phrasesAndWhatIsLeftOutCount() throws IOException {
        cramps("1.0.0", LACK);
        search.round();

        assertThat(places("\"lack water\"")).hasSize(1);
        assertThat(places("\"water lack\"")).isEmpty();
        assertThat(places("muscles -water")).isEmpty();
        assertThat(places("muscles -\"water lack\"")).hasSize(1);
    }

    @Test
    void anExcerptMarksTheWordsAsTheyStand() throws IOException {
        cramps("1.0.0", "> {not-for basis=\"general-caution\"} Anyone on *diuretics*.\n\n" + LACK);
        search.round();

        SearchResult.Found found =
                (SearchResult.Found) find("muscle diuretic", new Scope.Everywhere(), Filters.NONE);

        assertThat(found.hits()).hasSize(1);
        assertThat(marked(found.hits().get(0)))
                .isEqualTo("Anyone on [diuretics]. [Muscles] contract when they lack water.");
    }

    @Test
    void aWithdrawnTextIsGoneAtOnceAndComesBack() throws IOException {
        Registration first = cramps("1.0.0", LACK);
        search.round();
        Withdrawal error =
                new Withdrawal(Withdrawal.Kind.ERROR, Optional.of("Wrong."), Optional.empty());

        withdraw(first, Optional.of(CAUSES), error);
        assertThat(places("water")).isEmpty();
        search.round();
        assertThat(places("water")).isEmpty();
        registry.withdrawals()
                .reinstate(CRAMPS, first.id().version(), Optional.of(CAUSES), Actor.BUILT_IN);
        search.round();
        assertThat(places("water")).hasSize(1);
        withdraw(first, Optional.empty(), error);
        assertThat(places("water")).isEmpty();
        search.round();
        assertThat(places("water")).isEmpty();
    }

    private void withdraw(Registration of, Optional<ArticleId> article, Withdrawal withdrawal)
            throws IOException {
        assertThat(
                        registry.withdrawals()
                                .withdraw(
                                        CRAMPS,
                                        of.id().version(),
                                        article,
                                        withdrawal,
                                        Actor.BUILT_IN))
                .isEqualTo(Withdrawals.Result.DONE);
    }

    @Test
    void whatIsErasedIsNoLongerInTheFiles() throws IOException {
        Registration first = besides("1.0.0", "Unmistakable wording.");
        search.round();
        assertThat(occurrences("unmistak")).isEqualTo(1);

        besides("1.0.1", LACK);
        search.round();
        withdraw(
                first,
                Optional.empty(),
                new Withdrawal(Withdrawal.Kind.ERASED, Optional.of("By law."), Optional.empty()));
        search.round();

        assertThat(occurrences("unmistak")).isZero();
        assertThat(places("water")).containsExactly("leg-cramps@1.0.1/causes/en#intro");
    }

    /** A pack in which most articles stay, so that nothing but need merges what is deleted. */
    private Registration besides(String version, String text) throws IOException {
        TestPack pack = new TestPack(CRAMPS.value(), version);
        for (int i = 0; i < 30; i++) {
            pack.article("stays-" + i, "en", "Beside", "", "It stays.");
        }
        return publish(pack.article("causes", "en", "Causes", "", text));
    }

    /** In how many entries a term is by the files, deleted ones included. */
    private int occurrences(String term) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            return reader.docFreq(new Term("text_en", term));
        }
    }

    @Test
    void anOlderReleaseIsFoundOnceItWasReadAndTheLatestIsAlways() throws IOException {
        Registration first = cramps("1.0.0", LACK);
        Registration second = cramps("1.0.1", "Muscles contract when they lack fluid.");
        search.round();

        assertThat(places("water")).isEmpty();
        assertThat(places("fluid")).containsExactly("leg-cramps@1.0.1/causes/en#dehydration");
        assertThat(places("agua")).containsExactly("leg-cramps@1.0.1/causes/es#dehydration");
        assertThat(find("water", new Scope.InRelease(first), Filters.NONE))
                .isEqualTo(new SearchResult.NotReady());
        search.round();
        assertThat(places("water", new Scope.InRelease(first)))
                .containsExactly("leg-cramps@1.0.0/causes/en#dehydration");
        assertThat(places("agua", new Scope.InRelease(first)))
                .containsExactly("leg-cramps@1.0.0/causes/es#dehydration");
        assertThat(places("fluid", new Scope.InRelease(first))).isEmpty();
        assertThat(places("water")).isEmpty();
        withdraw(
                second,
                Optional.empty(),
                new Withdrawal(Withdrawal.Kind.SUPERSEDED, Optional.empty(), Optional.empty()));
        search.round();
        assertThat(places("water")).containsExactly("leg-cramps@1.0.0/causes/en#dehydration");
        assertThat(places("fluid")).isEmpty();
    }

    /** Somebody looked into it while it was the latest, so its texts stay. */
    @Test
    void whatWasTheLatestReleaseIsNoLonger() throws IOException {
        Registration first = cramps("1.0.0", LACK);
        search.round();
        assertThat(find("water", new Scope.InRelease(first), Filters.NONE))
                .isEqualTo(new SearchResult.NotReady());
        search.round();
        cramps("1.0.1", "Muscles contract when they lack fluid.");
        search.round();

        assertThat(places("water")).isEmpty();
        assertThat(places("water", new Scope.InRelease(first))).hasSize(1);
    }

    @Test
    void onlySoManyOlderReleasesAreKept() throws IOException {
        List<Registration> releases = new ArrayList<>();
        for (int i = 0; i < AskedReleases.MAX + 3; i++) {
            releases.add(cramps("1.0." + i, "Number" + i + " of them."));
        }
        search.round();
        for (Registration release : releases) {
            find("number", new Scope.InRelease(release), Filters.NONE);
            search.round();
        }

        assertThat(occurrencesInSearch("number1")).isZero();
        assertThat(occurrencesInSearch("number5")).isEqualTo(1);
    }

    private long occurrencesInSearch(String term) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            return new org.apache.lucene.search.IndexSearcher(reader)
                    .count(new org.apache.lucene.search.TermQuery(new Term("text_en", term)));
        }
    }

    @Test
    void aRestartGoesOnWithTheFilesAsTheyAre() throws IOException {
        cramps("1.0.0", LACK);
        search.round();
        search.close();
        cramps("1.0.1", "Muscles contract when they lack fluid.");
        open();

        search.round();

        assertThat(places("fluid")).hasSize(1);
        assertThat(places("water")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsMadeAnew() throws IOException {
        cramps("1.0.0", LACK);
        search.round();
        search.close();
        Map<Path, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(f -> !f.endsWith("write.lock")).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        assertThat(files).hasSizeGreaterThan(2);
        for (Path file : files.keySet()) {
            byte[] whole = files.get(file);
            for (byte[] damaged : List.of(flipped(whole), half(whole), new byte[0])) {
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path former : all.toList()) {
                        Files.delete(former);
                    }
                }
                for (Map.Entry<Path, byte[]> each : files.entrySet()) {
                    Files.write(each.getKey(), each.getValue());
                }
                Files.write(file, damaged);
                reopen();
                assertThat(places("water")).as(file.toString()).hasSize(1);
                search.close();
            }
        }
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        return flipped;
    }

    private static byte[] half(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
    }

    @Test
    void theIndexOfAnotherStoreIsNotTaken() throws IOException {
        cramps("1.0.0", LACK);
        search.round();
        search.close();
        Registry other = TestRegistry.over(new InMemoryReleaseStore());
        other.publish(
                new Submission(
                        new TestPack("other", "1.0.0")
                                .article("a", "en", "Fluids", "", "Other words.")
                                .files(),
                        List.of(),
                        Actor.BUILT_IN));
        try (Search another = new Search(other, folder, Duration.ZERO)) {
            another.round();
            SearchRequest water =
                    new SearchRequest(
                            SearchWords.parse("water").orElseThrow(),
                            new Scope.Everywhere(),
                            Filters.NONE,
                            10,
                            Optional.empty());
            assertThat(places(another.find(water))).isEmpty();
            assertThat(occurrences("water")).isZero();
        }
    }

    @Test
    void pagesFollowEachOtherAlsoAfterARestart() throws IOException {
        TestPack pack = new TestPack("many", "1.0.0");
        for (int i = 0; i < 23; i++) {
            pack.article("a" + i, "en", "Some title", "", "Equal words in every article.");
        }
        publish(pack);
        search.round();

        List<String> all = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            SearchResult.Found page =
                    (SearchResult.Found)
                            search.find(
                                    new SearchRequest(
                                            SearchWords.parse("equal").orElseThrow(),
                                            new Scope.Everywhere(),
                                            Filters.NONE,
                                            5,
                                            after));
            page.hits().forEach(hit -> all.add(place(hit)));
            after = page.next().map(cursor -> Cursor.parse(cursor.toString()).orElseThrow());
            reopen();
        } while (after.isPresent());

        assertThat(all).hasSize(23).doesNotHaveDuplicates();
    }

    /** Whatever is typed has an answer. */
    @Test
    void everyTextMeansSomething() throws IOException {
        cramps("1.0.0", LACK);
        search.round();
        Random random = new Random(20261127);
        String alphabet = "ab \"-*?~^()[]{}:\\/+!&|<>'é\u3042\u0000\ud83d\ude00\u202ewater";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Optional<SearchWords> words = SearchWords.parse(text.toString());
            if (words.isPresent()) {
                assertThat(
                                search.find(
                                        new SearchRequest(
                                                words.get(),
                                                new Scope.Everywhere(),
                                                Filters.NONE,
                                                10,
                                                Optional.empty())))
                        .isInstanceOf(SearchResult.Found.class);
            }
        }
    }

    /** While releases arrive, every look sees one release whole and never two. */
    @Test
    void aSearchSeesOneReleaseAtATime() throws Exception {
        cramps("1.0.0", LACK);
        search.round();
        ExecutorService publisher = Executors.newSingleThreadExecutor();
        try {
            Future<?> publishing =
                    publisher.submit(
                            () -> {
                                for (int i = 1; i <= 10; i++) {
                                    cramps("1.0." + i, LACK + " Time " + i + ".");
                                    search.round();
                                }
                                return null;
                            });
            while (!publishing.isDone()) {
                assertThat(places("water contract")).hasSize(1);
            }
            publishing.get();
        } finally {
            publisher.shutdownNow();
        }
        assertThat(places("water")).containsExactly("leg-cramps@1.0.10/causes/en#dehydration");
    }

    @Test
    void everyLanguageOfTheRulesCanBeSearched() throws IOException {
        Stemming stemming = new Stemming();
        for (String rules : Stemming.names()) {
            assertThat(stemming.tokenStream("text_" + rules, "x")).as(rules).isNotNull();
        }
        assertThat(Stemming.rules(new Language("pt-BR"))).isEqualTo("pt");
        assertThat(Stemming.rules(new Language("nb"))).isEqualTo("no");
        assertThat(Stemming.rules(new Language("cy"))).isEqualTo("und");
    }
}
