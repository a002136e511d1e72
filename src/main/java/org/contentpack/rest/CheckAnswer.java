package org.contentpack.rest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.sync.Check;
import org.contentpack.sync.TargetName;

/** The wire shape of what was looked at in a CMS; {@code docs/api/check.json}. */
record CheckAnswer(String target, boolean ready, List<PointAnswer> points) {

    /** The wire shape of one point. */
    record PointAnswer(String subject, String state, String message, Optional<String> hint) {}

    CheckAnswer {
        points = List.copyOf(points);
    }

    static CheckAnswer of(TargetName target, Check check) {
        return new CheckAnswer(
                target.value(),
                check.isReady(),
                check.points().stream()
                        .map(
                                point ->
                                        new PointAnswer(
                                                point.subject(),
                                                point.state().name().toLowerCase(Locale.ROOT),
                                                point.message(),
                                                Optional.of(point.hint())
                                                        .filter(hint -> !hint.isEmpty())))
                        .toList());
    }
}
