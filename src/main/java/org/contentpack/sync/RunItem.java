package org.contentpack.sync;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contentpack.compare.Content;

/**
 * One item of a run, and the journal of what was done to it: written to the store before the CMS is
 * written to, and again afterwards.
 *
 * @param number place in the run, from 0
 * @param item the CMS's name for it; empty until it was made
 * @param installation the entry from before the run; empty where there was none
 * @param before the item's content and status before the run; empty where there was no item
 * @param intended what is to stand there; empty where nothing of it is written
 * @param after as read back
 * @param shown who could see it when it was read back
 * @param message what came of it, in a sentence; what to do where it failed
 * @param left places that an undo left alone because somebody changed them since, by id
 */
public record RunItem(
        int number,
        ItemKey key,
        Action action,
        State state,
        Optional<String> item,
        Optional<Installation> installation,
        Optional<Before> before,
        Optional<Content> intended,
        Optional<Content> after,
        Optional<ItemStatus> shown,
        String message,
        List<String> left) {

    public RunItem {
        left = List.copyOf(left);
    }

    /** What stood in the CMS. */
    public record Before(Content content, ItemStatus status) {}

    /** How far it is. */
    public enum State {
        WAITING,
        /** The journal is written; the CMS may or may not have been. */
        WRITING,
        DONE,
        /** Nothing had to be written. */
        UNCHANGED,
        /** Not done; the message says why and what to do. */
        FAILED,
        /** The run was cancelled before it. */
        CANCELLED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isEnd() {
            return this != WAITING && this != WRITING;
        }

        public static Optional<State> parse(String text) {
            return Arrays.stream(values()).filter(s -> s.id().equals(text)).findFirst();
        }
    }

    static RunItem waiting(int number, PlanItem item) {
        return new RunItem(
                number,
                item.key(),
                item.action(),
                State.WAITING,
                item.item(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    /** An item of an undo, whose journal is that of the run which it undoes. */
    static RunItem undoing(int number, RunItem done) {
        return new RunItem(
                number,
                done.key,
                done.action,
                State.WAITING,
                done.item,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of());
    }

    RunItem writing(Optional<Installation> was, Optional<Item> stands, Optional<Content> wanted) {
        return new RunItem(
                number,
                key,
                action,
                State.WRITING,
                stands.map(Item::id),
                was,
                stands.map(i -> new Before(i.content(), i.status())),
                wanted,
                Optional.empty(),
                Optional.empty(),
                "",
                left);
    }

    RunItem done(Item readBack, String said) {
        return new RunItem(
                number,
                key,
                action,
                State.DONE,
                Optional.of(readBack.id()),
                installation,
                before,
                intended,
                Optional.of(readBack.content()),
                Optional.of(readBack.status()),
                said,
                left);
    }

    RunItem ended(State end, String said) {
        return new RunItem(
                number,
                key,
                action,
                end,
                item,
                installation,
                before,
                intended,
                after,
                shown,
                said,
                left);
    }

    RunItem leaving(List<String> places) {
        return new RunItem(
                number,
                key,
                action,
                state,
                item,
                installation,
                before,
                intended,
                after,
                shown,
                message,
                places);
    }
}
