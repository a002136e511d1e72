package org.contentpack.cli;

import org.contentpack.pack.ArticleId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A word on the command line as the id of an article. */
final class OfArticleId implements ITypeConverter<ArticleId> {

    @Override
    public ArticleId convert(String text) {
        return ArticleId.parse(text)
                .orElseThrow(
                        () -> new TypeConversionException("\"" + text + "\" is no article's id"));
    }
}
