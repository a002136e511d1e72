package org.contentpack.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.finding.Position;
import org.contentpack.manifest.LocatedNode.Entry;
import org.contentpack.manifest.LocatedNode.Mapping;
import org.contentpack.manifest.LocatedNode.Scalar;
import org.contentpack.manifest.LocatedNode.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into values with their places, over the events of a YAML parser: nothing is
 * constructed, no type is guessed, no alias is followed. For one text and one thread.
 *
 * <p>Limits: {@value #MAX_DEPTH} levels, which bounds the stack, and {@value #MAX_VALUES} keys and
 * values, which bounds the memory; the length of the text is the caller's to bound.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2.2</a>
 */
final class LocatedYaml {

    /** Deepest nesting of lists and mappings; a pack needs five. */
    static final int MAX_DEPTH = 32;

    /** Most keys and values in a file: 10,000 change notes have 70,000, 20,000 assets 220,000. */
    static final int MAX_VALUES = 500_000;

    private final Iterator<Event> events;
    private final int firstLine;
    private final FileFindings findings;
    private int values;
    private Position last;

    private LocatedYaml(String text, int firstLine, FileFindings findings) {
        this.events = new Parse(settings(text)).parseString(text).iterator();
        this.firstLine = firstLine;
        this.findings = findings;
        this.last = new Position(firstLine, 1);
    }

    /**
     * The mapping that the text is, or empty, with a finding, where it is none.
     *
     * @param firstLine the line of the file that the text begins in, from 1
     * @param firstKey what to begin with, for the hint
     */
    static Optional<Mapping> read(
            String text, int firstLine, String firstKey, FileFindings findings) {
        LocatedYaml yaml = new LocatedYaml(text, firstLine, findings);
        try {
            Optional<LocatedNode> root = yaml.readStream();
            if (root.orElse(null) instanceof Mapping mapping) {
                return Optional.of(mapping);
            }
            Position start = root.map(LocatedNode::position).orElse(new Position(firstLine, 1));
            findings.add(TextDefect.NOT_A_MAPPING, start, firstKey);
        } catch (TooMuch e) {
            findings.add(e.defect, e.position, e.limit);
        } catch (MarkedYamlEngineException e) {
            Position place =
                    e.getProblemMark().or(e::getContextMark).map(yaml::position).orElse(yaml.last);
            findings.add(TextDefect.SYNTAX, place, e.getProblem());
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The parser lets exceptions of Java through for some escapes, such as "\\UFFFFFFFF".
            findings.add(TextDefect.SYNTAX, yaml.last, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    /**
     * The parser reads through a window that it copies each time a value is longer, which takes
     * seconds for a value of a megabyte; a window that holds the whole text is never copied.
     */
    private static LoadSettings settings(String text) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(text.length() + 1)
                .build();
    }

    private Optional<LocatedNode> readStream() {
        Optional<LocatedNode> root = Optional.empty();
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
                findings.add(TextDefect.SECOND_DOCUMENT, position(event));
                return root;
            } else if (event instanceof NodeEvent node) {
                root = Optional.of(readNode(node, 0));
            }
        }
        return root;
    }

    private LocatedNode readNode(NodeEvent event, int depth) {
        Position position = position(event);
        last = position;
        if (++values > MAX_VALUES) {
            throw new TooMuch(TextDefect.TOO_MANY_VALUES, position, MAX_VALUES);
        }
        if (event instanceof AliasEvent alias) {
            findings.add(TextDefect.ALIAS, position, alias.getAlias().getValue());
            return new Scalar("*" + alias.getAlias().getValue(), false, position);
        }
        event.getAnchor().ifPresent(a -> findings.add(TextDefect.ANCHOR, position, a.getValue()));
        tag(event).ifPresent(tag -> findings.add(TextDefect.TAG, position, tag));
        if (event instanceof ScalarEvent scalar) {
            if (scalar.isDQuoted()) {
                SourceText.checkEscaped(scalar.getValue(), position, findings);
            }
            return new Scalar(scalar.getValue(), scalar.isPlain(), position);
        }
        if (depth >= MAX_DEPTH) {
            throw new TooMuch(TextDefect.TOO_DEEP, position, MAX_DEPTH);
        }
        return event.getEventId() == Event.ID.MappingStart
                ? readMapping(position, depth + 1)
                : readSequence(position, depth + 1);
    }

    private Sequence readSequence(Position position, int depth) {
        List<LocatedNode> items = new ArrayList<>();
        while (events.next() instanceof NodeEvent item) {
            items.add(readNode(item, depth));
        }
        return new Sequence(items, position);
    }

    private Mapping readMapping(Position position, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        while (events.next() instanceof NodeEvent keyEvent) {
            LocatedNode key = readNode(keyEvent, depth);
            LocatedNode value = readNode((NodeEvent) events.next(), depth);
            if (!(key instanceof Scalar word) || keyEvent instanceof AliasEvent) {
                findings.add(TextDefect.KEY_NOT_A_WORD, key.position());
            } else if (word.isPlain() && word.text().equals("<<")) {
                findings.add(TextDefect.MERGE_KEY, key.position());
            } else if (seen.containsKey(word.text())) {
                int line = seen.get(word.text()).line();
                findings.add(TextDefect.DUPLICATE_KEY, key.position(), word.text(), line);
            } else {
                seen.put(word.text(), key.position());
                entries.add(new Entry(word, value));
            }
        }
        return new Mapping(entries, position);
    }

    private static Optional<String> tag(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private Position position(Event event) {
        return event.getStartMark().map(this::position).orElse(last);
    }

    private Position position(Mark mark) {
        return new Position(mark.getLine() + firstLine, mark.getColumn() + 1);
    }

    /** Ends reading from within the nesting; never leaves this class. */
    private static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final TextDefect defect;
        private final transient Position position;
        private final int limit;

        TooMuch(TextDefect defect, Position position, int limit) {
            super(null, null, false, false);
            this.defect = defect;
            this.position = position;
            this.limit = limit;
        }
    }
}
