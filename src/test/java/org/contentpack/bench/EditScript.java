package org.contentpack.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.contentpack.cms.CmsHands;
import org.contentpack.cms.CmsHands.Seen;
import org.contentpack.sync.ItemStatus;

/**
 * What one editor does to one item, and what must be true of it after an upgrade. It follows from
 * the seed, so a script that fails can be run again.
 */
final class EditScript {

    /** What an editor can do. */
    private enum Deed {
        TITLE,
        WORDS,
        OTHER_WORDS,
        FEWER_WORDS,
        OWN_BLOCK,
        SECTION_OUT,
        SECTION_FIRST,
        CATEGORY,
        TAG,
        SLUG,
        STATUS,
        RESTORED,
        DUPLICATE
    }

    /** The two that end an item's life; each for one script in twenty. */
    private enum End {
        NONE,
        TRASH,
        DELETE
    }

    /**
     * One thing that was done.
     *
     * @param what for people
     * @param place that a plan names, where the release changed the same one; empty where it cannot
     * @param isReleases whether the release changed it too
     * @param isKept whether it can still be seen
     */
    record Done(String what, Optional<String> place, boolean isReleases, Kept isKept) {}

    /** Looks whether a deed can still be seen. */
    interface Kept {
        boolean in(Optional<Seen> item) throws Exception;
    }

    private final long seed;
    private final Random random;
    private final String token;
    private final EditPacks.Changes changes;
    private final List<Integer> untouched = new ArrayList<>();
    private final Set<Integer> touched = new TreeSet<>();
    private final List<Done> done = new ArrayList<>();
    private boolean isGone;

    EditScript(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.token = "z" + Long.toString(seed, 36) + "q";
        this.changes = EditPacks.Changes.of(seed);
        for (int i = 1; i <= EditPacks.SECTIONS; i++) {
            untouched.add(i);
        }
        Collections.shuffle(untouched, random);
    }

    long seed() {
        return seed;
    }

    List<Done> done() {
        return done;
    }

    boolean isGone() {
        return isGone;
    }

    EditPacks.Changes changes() {
        return changes;
    }

    /** Sections that the release changed and no deed touched. */
    Set<Integer> changedByTheReleaseAlone() {
        Set<Integer> sections = new TreeSet<>(changes.sections());
        sections.removeAll(touched);
        return sections;
    }

    /** Does one to five things. */
    void perform(CmsHands cms, String item) throws Exception {
        List<Deed> deeds = new ArrayList<>(List.of(Deed.values()));
        Collections.shuffle(deeds, random);
        List<Deed> chosen = new ArrayList<>(deeds.subList(0, 1 + random.nextInt(5)));
        // It brings back the whole text, other edits of it included.
        if (chosen.remove(Deed.RESTORED)) {
            // Where there is nothing to bring back, something else is done.
            chosen.add(0, cms.keepsEarlierStates() ? Deed.RESTORED : unchosen(deeds, chosen));
        }
        for (Deed deed : chosen) {
            // At most four deeds take a section each.
            perform(deed, cms, item);
        }
        int end = random.nextInt(20);
        end(end == 0 ? End.TRASH : end == 1 ? End.DELETE : End.NONE, cms, item);
    }

    private void perform(Deed deed, CmsHands cms, String item) throws Exception {
        switch (deed) {
            case TITLE -> {
                cms.setTitle(item, "Title " + token);
                add("title", "field:title", changes.title(), seen -> seen.title().contains(token));
            }
            case WORDS, OTHER_WORDS -> words(deed, cms, item);
            case FEWER_WORDS -> {
                int section = next();
                int sentence = 1 + random.nextInt(EditPacks.SENTENCES);
                String handle = EditPacks.handle(section, sentence);
                cms.replace(item, handle + " that", "Know that");
                inSection("fewer words", section, seen -> !seen.text().contains(handle));
            }
            case OWN_BLOCK -> {
                String own = "own" + token;
                cms.addOwn(item, untouched.isEmpty() ? "intro" : "part-" + untouched.get(0), own);
                add("own block", "", false, seen -> seen.text().contains(own));
            }
            case SECTION_OUT -> {
                int section = next();
                cms.remove(item, "part-" + section);
                String handle = EditPacks.handle(section, 1);
                inSection("section taken out", section, seen -> !seen.text().contains(handle));
            }
            case SECTION_FIRST -> {
                int section = next();
                cms.moveToFront(item, "part-" + section);
                add(
                        "section moved",
                        "order",
                        changes.moves() || changes.adds(),
                        seen -> isFirst(seen.text(), section));
            }
            case CATEGORY -> {
                cms.setCategory(item, "cat-" + token);
                add(
                        "category",
                        "",
                        false,
                        seen -> seen.categories().equals(Set.of("cat-" + token)));
            }
            case TAG -> {
                cms.addTag(item, "tag-" + token);
                add("tag", "", false, seen -> seen.tags().contains("tag-" + token));
            }
            case SLUG -> {
                cms.setSlug(item, "slug-" + token);
                add("slug", "", false, seen -> seen.slug().startsWith("slug-" + token));
            }
            case STATUS -> {
                cms.setStatus(item, ItemStatus.DRAFT);
                add("status", "", false, seen -> seen.status() != ItemStatus.LIVE);
            }
            case RESTORED -> {
                String handle = EditPacks.handle(1, 1) + " that";
                cms.replace(item, handle, "Unwanted" + token);
                cms.restoreRevision(item, handle);
                add(
                        "edit taken back",
                        "",
                        false,
                        seen -> !seen.text().contains("Unwanted" + token));
            }
            case DUPLICATE -> {
                String copy = cms.duplicate(item);
                Seen before = cms.see(copy);
                done.add(
                        new Done(
                                "duplicate",
                                Optional.empty(),
                                false,
                                original -> cms.see(copy).equals(before)));
            }
        }
    }

    private static Deed unchosen(List<Deed> all, List<Deed> chosen) {
        return all.stream()
                .filter(deed -> deed != Deed.RESTORED && !chosen.contains(deed))
                .findFirst()
                .orElseThrow();
    }

    private void words(Deed deed, CmsHands cms, String item) throws Exception {
        int section = next();
        // Every second time where the release writes, too.
        int sentence =
                random.nextBoolean() ? changes.sentence() : 1 + random.nextInt(EditPacks.SENTENCES);
        String handle = EditPacks.handle(section, sentence);
        String mine = deed.name().substring(0, 2) + section + token;
        cms.replace(
                item, handle, deed == Deed.WORDS ? handle + " (" + mine + ")" : mine + " shows");
        inSection("words", section, seen -> seen.text().contains(mine));
    }

    private int next() {
        int section = untouched.remove(0);
        touched.add(section);
        return section;
    }

    private static boolean isFirst(String text, int section) {
        int first = text.indexOf("id=\"part-" + section + "\"");
        for (int i = 1; i <= EditPacks.SECTIONS; i++) {
            int other = text.indexOf("id=\"part-" + i + "\"");
            if (i != section && other >= 0 && other < first) {
                return false;
            }
        }
        return true;
    }

    private void end(End end, CmsHands cms, String item) throws Exception {
        switch (end) {
            case NONE -> {
                return;
            }
            case TRASH -> {
                cms.setStatus(item, ItemStatus.TRASHED);
                done.add(
                        new Done(
                                "trashed",
                                Optional.of("field:status"),
                                true,
                                seen ->
                                        seen.filter(s -> s.status() == ItemStatus.TRASHED)
                                                .isPresent()));
            }
            case DELETE -> {
                cms.delete(item);
                // Nothing else can be seen of it.
                done.removeIf(d -> !d.what().equals("duplicate"));
                done.add(new Done("deleted", Optional.of("field:status"), true, Optional::isEmpty));
            }
        }
        isGone = true;
    }

    /** Looks at an item that is there. */
    private interface Look {
        boolean at(Seen seen);
    }

    private void inSection(String what, int section, Look look) {
        add(what, "section:part-" + section, changes.sections().contains(section), look);
    }

    private void add(String what, String place, boolean isReleases, Look look) {
        done.add(
                new Done(
                        what,
                        Optional.of(place).filter(p -> !p.isEmpty()),
                        isReleases,
                        seen -> seen.filter(look::at).isPresent()));
    }
}
