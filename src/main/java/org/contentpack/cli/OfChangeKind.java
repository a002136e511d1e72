package org.contentpack.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.contentpack.pack.ChangeKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A word on the command line as the kind of a change. */
final class OfChangeKind implements ITypeConverter<ChangeKind> {

    /** The words, for completion and for questions. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Words() {
            super(words());
        }
    }

    static List<String> words() {
        return Arrays.stream(ChangeKind.values()).map(ChangeKind::id).toList();
    }

    @Override
    public ChangeKind convert(String text) {
        Optional<ChangeKind> kind = ChangeKind.parse(text);
        return kind.orElseThrow(
                () ->
                        new TypeConversionException(
                                "\"" + text + "\" is none of: " + String.join(", ", words())));
    }
}
