package org.contentpack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/security.md} and the tests that name a case say the same. */
class BadInputsTableTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([ZLYMCIHUSF][0-9]{1,2}) \\| ([^|]*) \\| ([^|]*) \\|$");

    /** How many cases each group has. */
    private static final Map<String, Integer> GROUPS = new LinkedHashMap<>();

    static {
        for (String group : "Z30 L12 Y12 M15 C10 I9 H18 U16 S9 F17".split(" ")) {
            GROUPS.put(group.substring(0, 1), Integer.parseInt(group.substring(1)));
        }
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("docs/security.md"))).results().toList();
    }

    @Test
    void everyCaseStandsThereOnce() throws IOException {
        List<String> cases = new ArrayList<>();
        GROUPS.forEach(
                (group, count) -> {
                    for (int i = 1; i <= count; i++) {
                        cases.add(group + i);
                    }
                });

        assertThat(rows()).extracting(row -> row.group(1)).isEqualTo(cases);
    }

    @Test
    void theTestsOfACaseAreThoseThatNameIt() throws IOException {
        Map<String, TreeSet<String>> named = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPackages("org.contentpack")) {
            if (type.isAnnotatedWith(BadInput.class)) {
                add(named, type.getAnnotationOfType(BadInput.class), type.getSimpleName());
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(BadInput.class)) {
                    add(
                            named,
                            method.getAnnotationOfType(BadInput.class),
                            type.getSimpleName() + "#" + method.getName());
                }
            }
        }
        Map<String, TreeSet<String>> documented = new TreeMap<>();
        for (MatchResult row : rows()) {
            if (!row.group(2).isBlank()) {
                documented.put(
                        row.group(1),
                        new TreeSet<>(Arrays.asList(row.group(2).replace("`", "").split("<br>"))));
            }
        }

        assertThat(documented).isEqualTo(named);
    }

    private static void add(Map<String, TreeSet<String>> named, BadInput annotation, String test) {
        for (String id : annotation.value()) {
            named.computeIfAbsent(id, i -> new TreeSet<>()).add(test);
        }
    }

    /** A case without a test says so. */
    @Test
    void whatNoTestHoldsIsSaid() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.group(2).isBlank())
                .allSatisfy(row -> assertThat(row.group(3)).isNotBlank());
    }
}
