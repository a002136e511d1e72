package org.contentpack.sync;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.contentpack.compare.Content;

/**
 * Writes to a CMS whose answers may be lost: where a connection ends behind a write, the CMS is
 * asked what stands there, and a write that happened counts as one. Against a {@link Connector}
 * alone, of which a write that threw may have happened all the same.
 *
 * <p>For use by one thread.
 */
final class SureWrites {

    private static final String REMARK =
            " The answer of the CMS was lost; what stands there was read again.";

    private final Connector connector;
    private boolean wasLost;

    SureWrites(Connector connector) {
        this.connector = connector;
    }

    /** What came of an item, and whether that had to be found out. */
    String said(String message) {
        String said = wasLost ? message + REMARK : message;
        wasLost = false;
        return said;
    }

    /** An item that was made without an answer is found by its marks, and written once more. */
    Item create(Outgoing outgoing, Content intended, ItemStatus status) throws IOException {
        try {
            return connector.create(outgoing, intended, status);
        } catch (ConnectorException e) {
            return connector.update(
                    standing(e, () -> made(outgoing.marks().key())), outgoing, intended);
        }
    }

    private Optional<Item> made(ItemKey key) throws IOException {
        List<Item> made =
                connector.items(key.pack()).stream()
                        .filter(i -> i.marks().map(Marks::key).equals(Optional.of(key)))
                        .toList();
        return made.size() == 1 ? Optional.of(made.get(0)) : Optional.empty();
    }

    Item update(Item before, Outgoing outgoing, Content intended) throws IOException {
        try {
            return connector.update(before, outgoing, intended);
        } catch (ConnectorException e) {
            return standing(
                    e,
                    () ->
                            connector
                                    .item(before.id())
                                    .filter(i -> i.content().equals(intended))
                                    .filter(i -> i.marks().equals(Optional.of(outgoing.marks()))));
        }
    }

    Item move(Item before, ItemStatus status) throws IOException {
        try {
            return connector.move(before, status);
        } catch (ConnectorException e) {
            return standing(
                    e,
                    () ->
                            connector
                                    .item(before.id())
                                    .filter(i -> i.status() == status)
                                    .filter(i -> i.content().equals(before.content())));
        }
    }

    private interface Look {
        Optional<Item> now() throws IOException;
    }

    /** The item as it was to be; where it is not, or nobody can tell, the write has failed. */
    private Item standing(ConnectorException failure, Look look) throws IOException {
        Optional<Item> stands = Optional.empty();
        if (mayHaveHappened(failure.kind())) {
            try {
                stands = look.now();
            } catch (ConnectorException e) {
                failure.addSuppressed(e);
            }
        }
        wasLost = stands.isPresent();
        return stands.orElseThrow(() -> failure);
    }

    private static boolean mayHaveHappened(ConnectorException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, UNEXPECTED_ANSWER -> true;
            case NOT_ALLOWED,
                    UNAUTHORISED,
                    FORBIDDEN,
                    BUSY,
                    REFUSED,
                    CHANGED_MEANWHILE,
                    NOT_WRITTEN,
                    GONE ->
                    false;
        };
    }
}
