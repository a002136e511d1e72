package org.contentpack.finding;

import java.util.Comparator;
import java.util.Optional;
import org.contentpack.pack.FilePath;

/**
 * Where a finding is.
 *
 * @param file path inside the pack as it was written, which may be what is wrong with it; empty for
 *     the pack as a whole
 * @param position empty for the file as a whole
 */
public record Location(String file, Optional<Position> position) implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::file)
                    .thenComparing(l -> l.position().orElse(Position.START));

    /** The pack as a whole. */
    public static final Location PACK = new Location("", Optional.empty());

    public static Location of(String file) {
        return new Location(file, Optional.empty());
    }

    public static Location of(FilePath file) {
        return of(file.value());
    }

    public static Location of(FilePath file, Position position) {
        return new Location(file.value(), Optional.of(position));
    }

    /** File, then line, then column. */
    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code pack.yaml:3:10}; empty text for the pack as a whole. */
    @Override
    public String toString() {
        return file + position.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    }
}
