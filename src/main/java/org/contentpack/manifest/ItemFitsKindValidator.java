package org.contentpack.manifest;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Map;
import java.util.Optional;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.SectionId;
import org.jspecify.annotations.Nullable;

/** Checks {@link ItemFitsKind}. */
public final class ItemFitsKindValidator implements ConstraintValidator<ItemFitsKind, NamesAnItem> {

    private String unfit = "";
    private String missing = "";
    private String unneeded = "";

    @Override
    public void initialize(ItemFitsKind constraint) {
        unfit = constraint.message();
        missing = constraint.missing();
        unneeded = constraint.unneeded();
    }

    @Override
    public boolean isValid(@Nullable NamesAnItem item, ConstraintValidatorContext context) {
        if (item == null || item.kind() == null) {
            return true;
        }
        Optional<ItemKind> kind = ItemKind.parse(item.kind());
        if (kind.isEmpty()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        boolean isSection = kind.get() == ItemKind.SECTION;
        boolean articleFits = isSection == (item.article() != null);
        if (!articleFits) {
            String code = isSection ? missing : unneeded;
            KeyViolation.add(context, code + " " + kind.get().id(), "article");
        }
        boolean namesFit = true;
        for (Map.Entry<String, Optional<String>> name : item.names().entrySet()) {
            if (!name.getValue().map(text -> fits(kind.get(), text)).orElse(true)) {
                KeyViolation.add(context, unfit + " " + kind.get().id(), name.getKey());
                namesFit = false;
            }
        }
        return articleFits && namesFit;
    }

    private static boolean fits(ItemKind kind, String name) {
        return switch (kind) {
            case ARTICLE -> ArticleId.isArticleId(name);
            case SECTION -> SectionId.isSectionId(name);
            case ASSET -> FilePath.parse(name).filter(path -> path.isIn("assets")).isPresent();
        };
    }
}
