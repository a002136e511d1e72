package org.contentpack.app;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contentpack.access.AnswerMemory;
import org.contentpack.access.AuditLog;
import org.contentpack.access.Authenticator;
import org.contentpack.access.FailureLimit;
import org.contentpack.access.Token;
import org.contentpack.access.TokenFile;
import org.contentpack.access.Tokens;
import org.contentpack.archive.Limits;
import org.contentpack.export.Exporters;
import org.contentpack.export.markdown.MarkdownExporter;
import org.contentpack.export.wordpress.WordPressExporter;
import org.contentpack.manifest.DocumentConstraints;
import org.contentpack.manifest.PackDocumentReader;
import org.contentpack.manifest.ReleaseReader;
import org.contentpack.registry.Registry;
import org.contentpack.registry.ReleaseStore;
import org.contentpack.registry.StaleTranslations;
import org.contentpack.rest.BodySettings;
import org.contentpack.rest.Links;
import org.contentpack.rest.ReadyAnswers;
import org.contentpack.rest.SurrogateField;
import org.contentpack.rest.UploadSettings;
import org.contentpack.search.Search;
import org.contentpack.signature.ReviewSignatureCheck;
import org.contentpack.signature.SignatureCheck;
import org.contentpack.signature.SignaturePolicy;
import org.contentpack.signature.TrustedKeys;
import org.contentpack.storage.Database;
import org.contentpack.storage.DatabaseAnswerMemory;
import org.contentpack.storage.DatabaseAuditLog;
import org.contentpack.storage.DatabaseReleaseStore;
import org.contentpack.storage.DatabaseSettings;
import org.contentpack.storage.Ledger;
import org.contentpack.validation.PackRules;
import org.contentpack.validation.PackValidation;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the rooms together for a server. Inner rooms know no container: they are made here. */
@ApplicationScoped
public class Wiring {

    private static final long MEGABYTE = 1L << 20;

    private static final Logger LOG = System.getLogger(Wiring.class.getName());

    /** How long a search waits for a release that the index does not have yet. */
    private static final Duration SEARCH_PATIENCE = Duration.ofSeconds(2);

    /**
     * PostgreSQL where {@code CONTENTPACK_DB_URL} is set, else a file of H2 in the folder {@code
     * CONTENTPACK_DATA}.
     */
    @Produces
    @Singleton
    Database database(
            @ConfigProperty(name = "contentpack.db.url") Optional<String> url,
            @ConfigProperty(name = "contentpack.db.user") Optional<String> user,
            @ConfigProperty(name = "contentpack.db.password") Optional<String> password,
            @ConfigProperty(name = "contentpack.data", defaultValue = ".contentpack") String data) {
        DatabaseSettings settings =
                url.map(u -> new DatabaseSettings(u, user, password))
                        .orElseGet(() -> DatabaseSettings.fileIn(Path.of(data)));
        try {
            return Database.open(settings);
        } catch (IOException e) {
            String said =
                    "The store cannot be opened. With CONTENTPACK_DB_URL, the database must answer;"
                            + " without it, the folder CONTENTPACK_DATA must be writable and no"
                            + " other server may use it: "
                            + e.getMessage();
            // The container tells only the innermost cause of what keeps it from starting.
            LOG.log(Level.ERROR, said);
            throw new UncheckedIOException(said, e);
        }
    }

    void close(@Disposes Database database) {
        database.close();
    }

    /**
     * The store, with the ledger {@code ledger.txt} in the folder {@code CONTENTPACK_DATA}. With
     * {@code CONTENTPACK_ACCEPT_OLDER_STORE=true} an older backup is taken as it is.
     */
    @Produces
    @Singleton
    ReleaseStore store(
            Database database,
            MeterRegistry meters,
            @ConfigProperty(name = "contentpack.data", defaultValue = ".contentpack") String data,
            @ConfigProperty(name = "contentpack.accept.older.store", defaultValue = "false")
                    boolean accept) {
        try {
            DatabaseReleaseStore store =
                    new DatabaseReleaseStore(database, Ledger.in(Path.of(data, "ledger.txt")));
            List<String> missing = accept ? store.accept() : List.of();
            if (!missing.isEmpty()) {
                LOG.log(
                        Level.WARNING,
                        "an older store was accepted; missing:\n  " + String.join("\n  ", missing));
            }
            return new StoreMeter(meters).measured(ReleaseStore.class, store);
        } catch (IOException e) {
            throw new UncheckedIOException("The store cannot be used: " + e.getMessage(), e);
        }
    }

    /** Bounds of packs; each is a setting such as {@code CONTENTPACK_LIMITS_ENTRIES}. */
    @Produces
    @Singleton
    Limits limits(Config config) {
        Limits standard = Limits.DEFAULT;
        return new Limits(
                bound(config, "archive-bytes", standard.archiveBytes()),
                Math.toIntExact(bound(config, "entries", standard.entries())),
                bound(config, "entry-bytes", standard.entryBytes()),
                bound(config, "total-bytes", standard.totalBytes()),
                Math.toIntExact(bound(config, "ratio", standard.ratio())),
                bound(config, "manifest-bytes", standard.manifestBytes()),
                bound(config, "article-bytes", standard.articleBytes()));
    }

    private static long bound(Config config, String name, long standard) {
        return config.getOptionalValue("contentpack.limits." + name, Long.class).orElse(standard);
    }

    @Produces
    @Singleton
    Registry registry(
            ReleaseStore store,
            Limits limits,
            SignatureCheck signatures,
            ReviewSignatureCheck reviewSignatures,
            @ConfigProperty(name = "contentpack.stale.translations", defaultValue = "hold")
                    String staleTranslations,
            InstantSource clock) {
        Validator validator = DocumentConstraints.validator();
        return new Registry(
                store,
                new PackValidation(new PackDocumentReader(validator, limits), PackRules.builtIn()),
                new ReleaseReader(limits),
                signatures,
                reviewSignatures,
                StaleTranslations.parse(staleTranslations)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "CONTENTPACK_STALE_TRANSLATIONS must be hold or"
                                                        + " banner")),
                clock);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    /**
     * Bodies on their way lie below the data folder; {@code CONTENTPACK_UPLOADS_FOLDER}, {@code
     * CONTENTPACK_UPLOADS_AT_ONCE}, {@code CONTENTPACK_UPLOADS_SECONDS} and {@code
     * CONTENTPACK_UPLOADS_PER_MINUTE} change what is standard.
     */
    @Produces
    @Singleton
    UploadSettings uploads(
            Limits limits,
            @ConfigProperty(name = "contentpack.data", defaultValue = ".contentpack") String data,
            @ConfigProperty(name = "contentpack.uploads.folder") Optional<String> folder,
            @ConfigProperty(name = "contentpack.uploads.at-once", defaultValue = "8") int atOnce,
            @ConfigProperty(name = "contentpack.uploads.seconds", defaultValue = "600")
                    long seconds,
            @ConfigProperty(name = "contentpack.uploads.per-minute", defaultValue = "600")
                    int perMinute) {
        return new UploadSettings(
                folder.map(Path::of).orElseGet(() -> Path.of(data, "uploads")),
                limits.archiveBytes(),
                atOnce,
                Duration.ofSeconds(seconds),
                perMinute);
    }

    @Produces
    @Singleton
    BodySettings bodies(
            @ConfigProperty(name = "contentpack.body.seconds", defaultValue = "60") long seconds) {
        return new BodySettings(Duration.ofSeconds(seconds));
    }

    /** Files with answers lie in the folder {@code ready} below {@code CONTENTPACK_DATA}. */
    @Produces
    @Singleton
    ReadyAnswers ready(
            Registry registry,
            InstantSource clock,
            @ConfigProperty(name = "contentpack.ready.megabytes", defaultValue = "24")
                    long megabytes,
            @ConfigProperty(name = "contentpack.ready.file.megabytes", defaultValue = "128")
                    long fileMegabytes,
            @ConfigProperty(name = "contentpack.data", defaultValue = ".contentpack") String data) {
        ReadyAnswers ready =
                new ReadyAnswers(
                        registry,
                        clock,
                        new ReadyAnswers.Room(
                                Math.multiplyExact(megabytes, MEGABYTE),
                                Math.multiplyExact(fileMegabytes, MEGABYTE),
                                Path.of(data, "ready")));
        registry.onErasure(ready::forget);
        return ready;
    }

    void close(@Disposes ReadyAnswers ready) {
        ready.close();
    }

    /**
     * The token of {@code CONTENTPACK_PUBLISH_TOKEN}, which may do everything, and those in the
     * file {@code CONTENTPACK_TOKENS}. Without either, nobody may write.
     */
    @Produces
    @Singleton
    KnownTokens tokens(
            @ConfigProperty(name = "contentpack.publish.token") Optional<String> token,
            @ConfigProperty(name = "contentpack.tokens") Optional<String> file) {
        List<Token> fixed =
                token.map(t -> Tokens.forEverything("CONTENTPACK_PUBLISH_TOKEN", t)).stream()
                        .toList();
        if (file.isEmpty()) {
            return () -> fixed;
        }
        TokenFile named = tokenFile(Path.of(file.get()));
        return () -> Stream.concat(fixed.stream(), named.get().stream()).toList();
    }

    @Produces
    @Singleton
    Authenticator authenticator(KnownTokens known, InstantSource clock) {
        return new FailureLimit(new Tokens(known, clock), clock);
    }

    private static TokenFile tokenFile(Path file) {
        try {
            return new TokenFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CONTENTPACK_TOKENS cannot be used: " + e.getMessage(), e);
        }
    }

    /** The keys in the folder {@code CONTENTPACK_TRUSTED_KEYS}. */
    @Produces
    @Singleton
    TrustedKeys trustedKeys(
            @ConfigProperty(name = "contentpack.trusted.keys") Optional<String> folder) {
        try {
            return folder.isPresent() ? TrustedKeys.in(Path.of(folder.get())) : TrustedKeys.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CONTENTPACK_TRUSTED_KEYS cannot be used: " + e.getMessage(), e);
        }
    }

    /** Signatures of releases, by the policy of {@code CONTENTPACK_SIGNATURES}. */
    @Produces
    @Singleton
    SignatureCheck signatures(
            TrustedKeys trusted,
            @ConfigProperty(name = "contentpack.signatures", defaultValue = "none") String policy) {
        return new SignatureCheck(trusted, policy("CONTENTPACK_SIGNATURES", policy));
    }

    /**
     * Signatures of review statements, by the policy of {@code CONTENTPACK_REVIEW_SIGNATURES}, else
     * by that of releases.
     */
    @Produces
    @Singleton
    ReviewSignatureCheck reviewSignatures(
            TrustedKeys trusted,
            @ConfigProperty(name = "contentpack.signatures", defaultValue = "none") String releases,
            @ConfigProperty(name = "contentpack.review.signatures") Optional<String> reviews) {
        return new ReviewSignatureCheck(
                trusted,
                reviews.isPresent()
                        ? policy("CONTENTPACK_REVIEW_SIGNATURES", reviews.get())
                        : policy("CONTENTPACK_SIGNATURES", releases));
    }

    private static SignaturePolicy policy(String setting, String word) {
        return SignaturePolicy.parse(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        setting + " must be none, verify-if-present or required"));
    }

    @Produces
    @Singleton
    AuditLog audit(Database database) {
        return new DatabaseAuditLog(database);
    }

    @Produces
    @Singleton
    AnswerMemory answers(Database database) {
        return new DatabaseAnswerMemory(database);
    }

    /** Links begin with {@code CONTENTPACK_PUBLIC_URL} where it is set. */
    @Produces
    @Singleton
    Links links(@ConfigProperty(name = "contentpack.public.url") Optional<String> publicUrl) {
        return new Links(publicUrl.orElse(""));
    }

    /** Answers bear their keys in {@code CONTENTPACK_SURROGATE_FIELD}. */
    @Produces
    @Singleton
    SurrogateField surrogateField(
            @ConfigProperty(name = "contentpack.surrogate.field", defaultValue = "Surrogate-Key")
                    String name) {
        return new SurrogateField(name);
    }

    /** The index lies in the folder {@code search} below {@code CONTENTPACK_DATA}. */
    @Produces
    @Singleton
    Search search(
            Registry registry,
            @ConfigProperty(name = "contentpack.data", defaultValue = ".contentpack") String data) {
        return new Search(registry, Path.of(data, "search"), SEARCH_PATIENCE);
    }

    void close(@Disposes Search search) {
        search.close();
    }

    /** A format more is one exporter more in this list. */
    @Produces
    @Singleton
    Exporters exporters() {
        return new Exporters(List.of(new WordPressExporter(), new MarkdownExporter()));
    }
}
