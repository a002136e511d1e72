package org.contentpack.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in one line why the system refused something. */
final class Failures {

    private Failures() {}

    /** Names the file where there is one; never more than one line. */
    static String line(IOException e) {
        return said(e).replaceAll("\\R+", " ");
    }

    private static String said(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": its rights forbid it";
        }
        if (e instanceof NotDirectoryException file) {
            return file.getFile() + ": it is not a folder";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + ": it exists already";
        }
        if (e instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + other.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
