package org.contentpack.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.contentpack.pack.ArticleId;
import org.contentpack.pack.ChangeKind;
import org.contentpack.pack.Digest;
import org.contentpack.pack.FilePath;
import org.contentpack.pack.ItemKind;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.pack.Profile;
import org.contentpack.pack.SectionId;
import org.contentpack.pack.SectionKind;
import org.contentpack.pack.Slug;
import org.contentpack.pack.SourceId;
import org.contentpack.pack.Tag;
import org.contentpack.pack.Urgency;
import org.contentpack.version.Version;

/**
 * Values as JSON: absent instead of null, names and kinds as the words that stand in packs, days
 * and instants in ISO 8601, keys in the order of the records.
 *
 * <p>Safe for use by several threads. The same value gives the same bytes.
 */
@Dependent
public class JsonWriter {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .addModule(words())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                    .build();

    /** Of what problems say. */
    private static final String LANGUAGE = "en";

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        for (Class<?> name :
                List.of(
                        PackId.class,
                        ArticleId.class,
                        SectionId.class,
                        SourceId.class,
                        Slug.class,
                        Tag.class,
                        Language.class,
                        Digest.class,
                        FilePath.class,
                        Version.class)) {
            module.addSerializer(name, ToStringSerializer.instance);
        }
        module.addSerializer(
                ChangeKind.class, new WordSerializer<>(ChangeKind.class, ChangeKind::id));
        module.addSerializer(
                SectionKind.class, new WordSerializer<>(SectionKind.class, SectionKind::id));
        module.addSerializer(Urgency.class, new WordSerializer<>(Urgency.class, Urgency::id));
        module.addSerializer(ItemKind.class, new WordSerializer<>(ItemKind.class, ItemKind::id));
        module.addSerializer(Profile.class, new WordSerializer<>(Profile.class, Profile::id));
        return module;
    }

    /** The value's JSON in UTF-8. */
    byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an answer must be a value that can be written as JSON: " + value.getClass(),
                    e);
        }
    }

    /** A problem as an answer. */
    Response answer(Problem problem) {
        byte[] body = bytes(problem);
        return Response.status(problem.status())
                .header("Content-Type", Problem.MEDIA_TYPE)
                .header("Content-Length", body.length)
                .header("Cache-Control", CacheLifetime.NONE.header())
                .header("Content-Language", LANGUAGE)
                .entity(body)
                .build();
    }

    /** A problem as an answer, with the header fields that go with it. */
    Response answer(ProblemException thrown) {
        Response.ResponseBuilder answer = Response.fromResponse(answer(thrown.problem()));
        thrown.headers().forEach(answer::header);
        return answer.build();
    }

    /** A problem as the whole answer, for what answers before or behind the resources. */
    void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = bytes(problem);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", CacheLifetime.NONE.header());
        response.setHeader("Content-Language", LANGUAGE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
