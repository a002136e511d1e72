package org.contentpack.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be moved to make one order of the same things another: as few as possible. */
final class Moved {

    private Moved() {}

    /**
     * All but a longest row of things that follow each other in both orders.
     *
     * @param from without repetition
     * @param to the same things
     */
    static <T> Set<T> between(List<T> from, List<T> to) {
        Map<T, Integer> places = new HashMap<>();
        for (int i = 0; i < from.size(); i++) {
            places.put(from.get(i), i);
        }
        int[] ends = new int[to.size()];
        int[] before = new int[to.size()];
        int[] at = to.stream().mapToInt(thing -> places.getOrDefault(thing, -1)).toArray();
        int length = 0;
        for (int i = 0; i < at.length; i++) {
            int longer = longerThan(ends, length, at, at[i]);
            before[i] = longer > 0 ? ends[longer - 1] : -1;
            ends[longer] = i;
            length = Math.max(length, longer + 1);
        }
        Set<T> moved = new HashSet<>(to);
        for (int i = length > 0 ? ends[length - 1] : -1; i >= 0; i = before[i]) {
            moved.remove(to.get(i));
        }
        return moved;
    }

    /** Behind how many a thing at this place fits: patience sorting, by halving. */
    private static int longerThan(int[] ends, int length, int[] at, int place) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[ends[middle]] < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
