package org.contentpack.fuzz;

import java.util.Optional;
import org.contentpack.version.Range;
import org.contentpack.version.Selector;
import org.contentpack.version.Version;

/** Bytes in the place of a version, range or channel: what is read is said again the same. */
final class FuzzedSelector {

    private static final Version ANY = new Version("1.2.3");

    private FuzzedSelector() {}

    static void check(String text) {
        Optional<Selector> selector = Selector.parse(text);
        Version.parse(text).ifPresent(version -> checkVersion(text, version));
        Range.parse(text).ifPresent(FuzzedSelector::checkRange);
        if (Version.parse(text).isPresent() && selector.isEmpty()) {
            throw new AssertionError("a version must select itself: " + text);
        }
    }

    private static void checkVersion(String text, Version version) {
        if (!version.text().equals(text) || version.compareTo(version) != 0) {
            throw new AssertionError("a version must be the text that spells it: " + text);
        }
        if (Integer.signum(version.compareTo(ANY)) != -Integer.signum(ANY.compareTo(version))) {
            throw new AssertionError("versions must have one order: " + text);
        }
    }

    private static void checkRange(Range range) {
        Range again = Range.parse(range.toString()).orElseThrow();
        if (again.contains(ANY) != range.contains(ANY)) {
            throw new AssertionError("a range must mean what it says: " + range);
        }
    }
}
