package org.contentpack.archive;

import static org.contentpack.finding.BuiltInRule.ENT_051;
import static org.contentpack.finding.BuiltInRule.ENT_052;
import static org.contentpack.finding.BuiltInRule.ENT_053;
import static org.contentpack.finding.BuiltInRule.ENT_054;
import static org.contentpack.finding.BuiltInRule.ENT_055;
import static org.contentpack.finding.BuiltInRule.ENT_060;
import static org.contentpack.finding.BuiltInRule.PKG_015;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.finding.BuiltInRule;
import org.contentpack.finding.Finding;
import org.contentpack.finding.Location;
import org.contentpack.finding.Report;
import org.contentpack.pack.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The paths of one pack as they are met, in a zip, a folder or elsewhere: each is safe ({@link
 * PathRules}), no two are the same on any common file system, and what operating systems left in
 * between is set aside. Not safe for use by several threads.
 *
 * <p>Names are compared as the most forgiving file system does: after compatibility normalization
 * and full case folding. Folders count too, whether they are entries of their own or only named by
 * their files.
 */
final class EntryPaths {

    /** A file or folder by what its name folds to; a tree, so that long paths share their start. */
    private static final class Node {
        private final String path;
        private final boolean isFolder;
        private boolean isEntry;
        private final Map<String, Node> children = new HashMap<>(4);

        Node(String path, boolean isFolder) {
            this.path = path;
            this.isFolder = isFolder;
        }
    }

    private final int maxNodes;
    private final Node root = new Node("", true);
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<Finding> notes = new ArrayList<>();
    private int nodes;

    /**
     * @param maxNodes most files and folders; those beyond are not kept in memory
     */
    EntryPaths(int maxNodes) {
        this.maxNodes = maxNodes;
    }

    /** Where a finding about this path stands, with nothing in it that a terminal obeys. */
    static Location place(String path) {
        StringBuilder shown = new StringBuilder();
        path.codePoints()
                .limit(FilePath.MAX_BYTES)
                .forEach(
                        c -> {
                            if (isPrintable(c)) {
                                shown.appendCodePoint(c);
                            } else {
                                shown.append(String.format(Locale.ROOT, "U+%04X", c));
                            }
                        });
        return Location.of(shown.toString());
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /** Takes in a file; gives its path where it is to be read. */
    Optional<FilePath> file(String path) {
        if (isSetAside(path)) {
            return Optional.empty();
        }
        Optional<Finding> unsafe = PathRules.check(path);
        unsafe.ifPresent(findings::add);
        if (unsafe.isEmpty() || unsafe.get().rule() == BuiltInRule.ENT_040) {
            insert(path, false);
        }
        return unsafe.isEmpty() ? FilePath.parse(path) : Optional.empty();
    }

    /** Takes in a folder that is an entry by itself; its path ends without a slash. */
    void folder(String path) {
        if (!isSetAside(path)) {
            Optional<Finding> unsafe = PathRules.check(path);
            unsafe.ifPresentOrElse(findings::add, () -> insert(path, true));
        }
    }

    /** True, with a note, for a path that is left out. */
    boolean isSetAside(String path) {
        boolean isLitter = PathRules.isLitter(path);
        if (isLitter) {
            notes.add(Finding.of(ENT_060, place(path), path));
        }
        return isLitter;
    }

    private void insert(String path, boolean isFolder) {
        Node node = root;
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            boolean isLast = slash < 0;
            Node child = child(node, path, start, end, !isLast || isFolder);
            if (child == null) {
                return;
            }
            if (isLast) {
                enter(child, path);
                return;
            }
            node = child;
            start = end + 1;
        }
    }

    /** The node of this segment, or null where it does not fit what is there. */
    private @Nullable Node child(Node parent, String path, int start, int end, boolean isFolder) {
        String key = folded(path.substring(start, end));
        Node known = parent.children.get(key);
        if (known == null) {
            if (nodes == maxNodes) {
                findings.add(Finding.of(PKG_015, Location.PACK, maxNodes));
            }
            nodes++;
            Node added = new Node(path.substring(0, end), isFolder);
            if (nodes <= maxNodes) {
                parent.children.put(key, added);
            }
            return added;
        }
        String met = path.substring(0, end);
        if (!met.equals(known.path)) {
            collision(known.path, met);
            return null;
        }
        if (known.isFolder != isFolder) {
            findings.add(Finding.of(ENT_055, place(path), known.path, path));
            return null;
        }
        return known;
    }

    private void enter(Node node, String path) {
        if (node.isEntry) {
            findings.add(Finding.of(ENT_051, place(path), path));
        }
        node.isEntry = true;
    }

    private void collision(String first, String second) {
        BuiltInRule rule;
        if (normal(first, Form.NFC).equals(normal(second, Form.NFC))) {
            rule = ENT_053;
        } else if (foldedCase(normal(first, Form.NFC))
                .equals(foldedCase(normal(second, Form.NFC)))) {
            rule = ENT_052;
        } else {
            rule = ENT_054;
        }
        findings.add(Finding.of(rule, place(second), second, first));
    }

    private static String folded(String segment) {
        if (segment.chars().allMatch(c -> c < 0x80)) {
            return segment.toLowerCase(Locale.ROOT);
        }
        return normal(foldedCase(normal(segment, Form.NFKC)), Form.NFKC);
    }

    private static String normal(String text, Form form) {
        return Normalizer.normalize(text, form);
    }

    /**
     * Full case folding by way of both mappings: the JDK has none, and either alone leaves pairs
     * apart ({@code ß} and {@code SS} by the lower, {@code ß} and {@code ẞ} by the upper).
     */
    private static String foldedCase(String text) {
        return text.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** True where more paths would only cost memory and time. */
    boolean isFull() {
        return nodes > maxNodes || findings.size() > Report.MAX_FINDINGS;
    }

    /** What is wrong with the paths taken in so far. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What was left out so far. */
    List<Finding> notes() {
        return List.copyOf(notes);
    }
}
