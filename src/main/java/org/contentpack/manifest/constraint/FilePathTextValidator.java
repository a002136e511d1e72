package org.contentpack.manifest.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.contentpack.pack.FilePath;
import org.jspecify.annotations.Nullable;

/** Checks {@link FilePathText}. */
public final class FilePathTextValidator implements ConstraintValidator<FilePathText, String> {

    private String folder = "";

    @Override
    public void initialize(FilePathText constraint) {
        folder = constraint.folder();
        if (FilePath.parse(folder).isEmpty()) {
            throw new IllegalArgumentException("folder must be a path: \"" + folder + "\"");
        }
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || FilePath.parse(text).filter(path -> path.isIn(folder)).isPresent();
    }
}
