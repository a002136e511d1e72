package org.contentpack.rest;

import java.util.List;
import java.util.Optional;

/** The wire shape of every list. */
record ListAnswer<T>(List<T> items, Optional<String> next) {
    ListAnswer {
        items = List.copyOf(items);
    }
}
