package org.contentpack.app;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.contentpack.archive.ResourceTree;

/** A folder of the running WAR, packed or unpacked, as the container gives it out. */
final class WebArchiveTree implements ResourceTree {

    private final ServletContext context;
    private final String root;

    /**
     * @param root absolute in the WAR, with {@code /} at its end
     */
    WebArchiveTree(ServletContext context, String root) {
        this.context = context;
        this.root = root;
    }

    @Override
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        collect(root, paths);
        return paths;
    }

    private void collect(String folder, SortedSet<String> paths) {
        Set<String> children = context.getResourcePaths(folder);
        if (children == null) {
            return;
        }
        for (String child : children) {
            if (child.endsWith("/")) {
                collect(child, paths);
            } else {
                paths.add(child.substring(root.length()));
            }
        }
    }

    @Override
    public InputStream open(String path) throws IOException {
        InputStream in = context.getResourceAsStream(root + path);
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }
}
