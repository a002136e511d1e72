package org.contentpack.cli.settings;

import java.time.LocalDate;
import java.util.Optional;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;

/**
 * Findings of one rule in one file or article that somebody has a reason to leave.
 *
 * @param pack the only pack that it is about; empty for any
 * @param subject the file or the article
 * @param until the last day on which it holds
 * @param place where it stands
 */
record Exemption(
        String rule,
        Optional<String> pack,
        Subject subject,
        String reason,
        LocalDate until,
        Location place) {

    /** What a finding has to lie in. */
    sealed interface Subject {

        boolean holds(String file);

        /** One file by its path in the pack. */
        record InFile(String path) implements Subject {
            @Override
            public boolean holds(String file) {
                return file.equals(path);
            }
        }

        /** All languages of an article. */
        record InArticle(String id) implements Subject {
            @Override
            public boolean holds(String file) {
                return file.startsWith("articles/" + id + ".");
            }
        }
    }

    boolean isAbout(Optional<String> packId) {
        return pack.isEmpty() || pack.equals(packId);
    }

    boolean matches(Finding finding) {
        return finding.rule().code().equals(rule) && subject.holds(finding.location().file());
    }
}
