package org.contentpack.manifest;

import java.util.Map;
import org.contentpack.finding.Location;
import org.contentpack.finding.Position;
import org.contentpack.pack.FilePath;

/**
 * Where each value of a document stands in its file.
 *
 * @param positions of values by JSON Pointer ({@code /assets/0/alt}); the document itself is the
 *     empty pointer
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
public record Locations(FilePath file, Map<String, Position> positions) {

    public Locations {
        positions = Map.copyOf(positions);
    }

    /** Where the value stands; for one that is absent, where the nearest value around it begins. */
    public Location of(String pointer) {
        String at = pointer;
        while (!positions.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return Location.of(file, positions.getOrDefault(at, Position.START));
    }
}
