package org.contentpack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Checksum;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the code and the arrows between them, in one map. */
class ArchitectureTest {

    private static final String ROOT = "org.contentpack.";

    /** Each room and the rooms that it may import. A room that is not here may not exist. */
    private static final Map<String, List<String>> MAY_IMPORT =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("version", List.of()),
                            Map.entry("pack", List.of("version")),
                            Map.entry("finding", List.of("pack")),
                            Map.entry("archive", List.of("pack", "finding")),
                            Map.entry("manifest", List.of("version", "pack", "finding", "archive")),
                            Map.entry(
                                    "validation",
                                    List.of("version", "pack", "finding", "archive", "manifest")),
                            Map.entry("ingest", List.of("pack", "finding", "manifest")),
                            Map.entry(
                                    "cli",
                                    List.of(
                                            "version",
                                            "pack",
                                            "finding",
                                            "archive",
                                            "manifest",
                                            "validation",
                                            "ingest",
                                            "compare",
                                            "render",
                                            "signature",
                                            "export")),
                            Map.entry("access", List.of("pack")),
                            Map.entry("signature", List.of("pack", "archive", "finding")),
                            Map.entry("compare", List.of("version", "pack")),
                            Map.entry("render", List.of("version", "pack", "compare")),
                            Map.entry("export", List.of("version", "pack", "render", "archive")),
                            Map.entry(
                                    "sync",
                                    List.of(
                                            "version",
                                            "pack",
                                            "manifest",
                                            "compare",
                                            "render",
                                            "registry",
                                            "export")),
                            Map.entry(
                                    "registry",
                                    List.of(
                                            "version",
                                            "pack",
                                            "finding",
                                            "archive",
                                            "manifest",
                                            "validation",
                                            "signature")),
                            Map.entry("search", List.of("version", "pack", "registry")),
                            Map.entry("purge", List.of("pack", "registry", "sync")),
                            Map.entry("webhook", List.of("version", "pack", "registry", "sync")),
                            Map.entry(
                                    "storage",
                                    List.of(
                                            "version",
                                            "pack",
                                            "archive",
                                            "registry",
                                            "compare",
                                            "sync",
                                            "access",
                                            "signature",
                                            "webhook")),
                            Map.entry(
                                    "rest",
                                    List.of(
                                            "version",
                                            "pack",
                                            "finding",
                                            "archive",
                                            "manifest",
                                            "validation",
                                            "render",
                                            "export",
                                            "registry",
                                            "compare",
                                            "sync",
                                            "access",
                                            "signature",
                                            "search",
                                            "purge",
                                            "webhook")),
                            Map.entry(
                                    "app",
                                    List.of(
                                            "version",
                                            "pack",
                                            "finding",
                                            "archive",
                                            "manifest",
                                            "validation",
                                            "render",
                                            "export",
                                            "registry",
                                            "compare",
                                            "sync",
                                            "access",
                                            "signature",
                                            "search",
                                            "purge",
                                            "webhook",
                                            "storage",
                                            "rest"))));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.contentpack");

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomImportsOnlyWhatItMay(String room) {
        String[] others =
                MAY_IMPORT.keySet().stream()
                        .filter(r -> !r.equals(room) && !MAY_IMPORT.get(room).contains(r))
                        .map(r -> ROOT + r + "..")
                        .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyRoomIsOnTheMap() {
        Set<String> rooms = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            rooms.add(type.getPackageName().substring(ROOT.length()).split("\\.")[0]);
        }
        assertThat(rooms).isEqualTo(MAY_IMPORT.keySet());
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyRestAndAppKnowHttp() {
        onlyThese("jakarta.ws.rs..", "rest", "app");
        onlyThese("jakarta.servlet..", "rest", "app");
    }

    @Test
    void onlyRestAndAppKnowTheContainer() {
        onlyThese("jakarta.enterprise..", "rest", "app");
        onlyThese("org.eclipse.microprofile..", "rest", "app");
    }

    @Test
    void textBecomesValuesInFewRooms() {
        onlyThese("com.fasterxml.jackson..", "rest", "storage", "sync", "export", "purge", "cli");
        onlyThese("org.snakeyaml..", "manifest", "export");
        onlyThese("org.commonmark..", "manifest", "ingest", "render", "search");
        onlyThese("org.jsoup..", "ingest", "render", "export", "sync");
        onlyThese("org.apache.lucene..", "search");
        onlyThese("org.semver4j..", "version");
        onlyThese("org.jose4j..", "signature");
        onlyThese("picocli..", "cli");
        onlyThese("org.eclipse.jgit..", "compare");
        onlyThese("com.samskivert.mustache..", "render");
        onlyThese("com.rometools..", "render");
        onlyThese("org.jdom2..", "render");
    }

    /** The API has no contexts for them; resources without a scope would get the request's. */
    @Test
    void noBeanLivesInARequestOrASession() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(RequestScoped.class, SessionScoped.class, ConversationScoped.class)
                .check(CLASSES);
        // The container's own bean for it is the request's too.
        noFields()
                .that()
                .areAnnotatedWith(Inject.class)
                .should()
                .haveRawType(HttpServletRequest.class)
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(ApplicationScoped.class)
                .check(CLASSES);
    }

    @Test
    void onlyRestAndAppKnowMetricsAndTheServer() {
        onlyThese("io.micrometer..", "rest", "app");
        onlyThese("com.ibm..", "app");
    }

    @Test
    void onlyArchiveKnowsZip() {
        // A check sum is no zip: pictures have them too. Nor is a coding of answers.
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage(ROOT + "archive..")))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.util.zip..")
                                .and(
                                        DescribedPredicate.not(
                                                JavaClass.Predicates.assignableTo(Checksum.class)
                                                        .or(
                                                                JavaClass.Predicates.type(
                                                                        GZIPOutputStream.class)))))
                .check(CLASSES);
        onlyThese("java.util.jar..", "archive");
    }

    /** The preview on the author's own machine; a server's answers are the container's. */
    @Test
    void onlyTheCommandBringsAServer() {
        onlyThese("com.sun.net.httpserver..", "cli");
    }

    @Test
    void onlyAppAndTheCommandReadTheClock() {
        DescribedPredicate<JavaClass> clock =
                DescribedPredicate.describe("a clock", type -> type.isAssignableTo(Clock.class));
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(ROOT + "app..", ROOT + "cli..")))
                .should()
                .dependOnClassesThat(clock)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(CLASSES);
    }

    @Test
    void everyPackIsReadByTheOneDoor() {
        classes()
                .that()
                .haveSimpleName("PackDocumentReader")
                .should()
                .onlyHaveDependentClassesThat(
                        resideInAnyPackage(
                                ROOT + "manifest..",
                                ROOT + "validation..",
                                ROOT + "app..",
                                ROOT + "cli.."))
                .check(CLASSES);
    }

    private static void onlyThese(String library, String... rooms) {
        String[] packages = Stream.of(rooms).map(r -> ROOT + r + "..").toArray(String[]::new);
        noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(packages)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
