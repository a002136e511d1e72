package org.contentpack.cli;

import org.contentpack.version.Version;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A word on the command line as a version. */
final class OfVersion implements ITypeConverter<Version> {

    @Override
    public Version convert(String text) {
        return Version.parse(text)
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is no version"));
    }
}
