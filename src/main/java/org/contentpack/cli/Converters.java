package org.contentpack.cli;

import org.contentpack.pack.ArticleId;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words on the command line into values. */
final class Converters {

    private Converters() {}

    /** The id of a pack. */
    static final class OfPackId implements ITypeConverter<PackId> {

        @Override
        public PackId convert(String text) {
            return PackId.parse(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "\""
                                                    + text
                                                    + "\" is no id of a pack: small letters, digits"
                                                    + " and hyphens"));
        }
    }

    /** The id of an article. */
    static final class OfArticleId implements ITypeConverter<ArticleId> {

        @Override
        public ArticleId convert(String text) {
            return ArticleId.parse(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "\"" + text + "\" is no id of an article"));
        }
    }

    /** The tag of a language. */
    static final class OfLanguage implements ITypeConverter<Language> {

        @Override
        public Language convert(String text) {
            return Language.parse(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "\""
                                                    + text
                                                    + "\" is no tag of a language, such as en"));
        }
    }
}
