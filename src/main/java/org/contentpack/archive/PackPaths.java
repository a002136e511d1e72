package org.contentpack.archive;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds packs by the paths of their files, where folders themselves may have no entry. */
final class PackPaths {

    private PackPaths() {}

    /** Every {@code <id>/<version>/} with something in it or with a list beside it, sorted. */
    static SortedSet<PackLocation> locate(Collection<String> paths) {
        SortedSet<PackLocation> locations = new TreeSet<>();
        for (String path : paths) {
            String[] segments = path.split("/", 3);
            if (segments.length == 3 && isShown(segments[0]) && isShown(segments[1])) {
                locations.add(new PackLocation(segments[0], segments[1]));
            } else if (segments.length == 2 && isShown(segments[0]) && isList(segments[1])) {
                locations.add(new PackLocation(segments[0], versionOf(segments[1])));
            }
        }
        return locations;
    }

    /** False for what hides by its name, such as {@code .git}, and for litter. */
    static boolean isShown(String name) {
        return !name.isEmpty() && !name.startsWith(".") && !PathRules.isLitter(name);
    }

    static boolean isList(String name) {
        return isShown(name)
                && name.length() > PackLocation.LIST_SUFFIX.length()
                && name.endsWith(PackLocation.LIST_SUFFIX);
    }

    static String versionOf(String listName) {
        return listName.substring(0, listName.length() - PackLocation.LIST_SUFFIX.length());
    }
}
