package org.contentpack.archive;

import org.contentpack.finding.Refusal;

import java.util.List;

/**
 * A zip that must be refused, with all that must be found.
 *
 * @param name begins with the number of the bad input
 */
record Trick(String name, byte[] zip, Refusal refusal, List<String> findings) {
    @Override
    public String toString() {
        return name;
    }
}
