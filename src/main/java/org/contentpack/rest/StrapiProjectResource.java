package org.contentpack.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contentpack.archive.CanonicalArchive;
import org.contentpack.archive.PackFiles;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FileEntry;
import org.contentpack.pack.FileList;
import org.contentpack.pack.FilePath;
import org.contentpack.sync.strapi.ProjectFiles;

/** The files that a Strapi project needs before texts can be written to it, ready to unpack. */
@ApplicationScoped
@Path("/api/cms/strapi/project.zip")
public class StrapiProjectResource {

    @Inject Responses responses;

    @GET
    public Response get(@Context HttpServletRequest request) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        CanonicalArchive.write(new Project(ProjectFiles.all()), zip);
        return Response.fromResponse(
                        responses.of(
                                new Representation(
                                        zip.toByteArray(),
                                        "application/zip",
                                        Optional.empty(),
                                        CacheLifetime.MOVING,
                                        List.of(),
                                        Optional.empty()),
                                request))
                .header("Content-Disposition", "attachment; filename=\"contentpack-strapi.zip\"")
                .build();
    }

    /** A few small files in memory. */
    private record Project(Map<String, byte[]> files) implements PackFiles {

        @Override
        public FileList list() {
            return new FileList(
                    files.entrySet().stream()
                            .map(
                                    file ->
                                            new FileEntry(
                                                    new FilePath(file.getKey()),
                                                    Digest.of(file.getValue()),
                                                    file.getValue().length))
                            .toList());
        }

        @Override
        public InputStream open(FilePath path) {
            return new ByteArrayInputStream(files.get(path.value()));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
