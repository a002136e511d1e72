package org.contentpack.sync.folder;

import java.nio.file.Path;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorKind;
import org.contentpack.sync.ConnectorSettings;

/**
 * A folder of text files in place of a CMS: to try plans, decisions and undo out with an editor of
 * texts, without any other program. Pictures are not copied.
 *
 * <p>Option: {@code path}, the folder; it is made where it is not there.
 */
public final class FolderKind implements ConnectorKind {

    /** The word in configuration. */
    public static final String ID = "folder";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Connector connect(ConnectorSettings settings) {
        return new FolderConnector(Path.of(settings.required("path")), settings.target().url());
    }
}
