package org.contentpack.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.contentpack.cli.remote.PackServer;
import org.contentpack.cli.remote.ServerUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Which server a command talks to, and as whom. The token is never an argument: others on the
 * machine can read those.
 */
final class ServerOptions {

    private static final String TOKEN = "CONTENTPACK_TOKEN";
    private static final long MAX_TOKEN_BYTES = 10_000;

    /** What can be sent as it is: no blank, nothing beyond ASCII. */
    private static final Pattern TOKEN_FORM = Pattern.compile("[\\x21-\\x7e]+");

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            defaultValue = "${env:CONTENTPACK_SERVER}",
            converter = Url.class,
            description =
                    "Address of the server, such as https://packs.example.org; without it, that in"
                            + " CONTENTPACK_SERVER.")
    private @Nullable ServerUrl server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the token; without it, CONTENTPACK_TOKEN has it.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            converter = Seconds.class,
            description = "How long the server may keep silent: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofSeconds(60);

    /** An address as it is typed. */
    static final class Url implements ITypeConverter<ServerUrl> {
        @Override
        public ServerUrl convert(String text) {
            try {
                return ServerUrl.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage() + ": " + text);
            }
        }
    }

    /** Seconds with or without a fraction: {@code 0.5}. */
    static final class Seconds implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,3})?");

        @Override
        public Duration convert(String text) {
            long millis =
                    FORM.matcher(text).matches() ? Math.round(Double.parseDouble(text) * 1000) : 0;
            if (millis == 0) {
                throw new TypeConversionException(
                        "it must be a number of seconds above 0: " + text);
            }
            return Duration.ofMillis(millis);
        }
    }

    /** The server, ready to be asked; warns where the way to it, or the token, is open. */
    PackServer connect(Terminal terminal) throws IOException, CommandFailure {
        ServerUrl url = Given.required(server);
        String token = token(terminal);
        if (url.isOpenToOthers()) {
            terminal.err()
                    .println(
                            "warning: "
                                    + url
                                    + ": the token and all else go there unencrypted; use https://");
        }
        return new PackServer(url, token, timeout);
    }

    private String token(Terminal terminal) throws IOException, CommandFailure {
        if (tokenFile == null) {
            return form(
                    Optional.ofNullable(System.getenv(TOKEN))
                            .map(String::strip)
                            .filter(token -> !token.isEmpty())
                            .orElseThrow(
                                    () ->
                                            new CommandFailure(
                                                    "there is no token: set "
                                                            + TOKEN
                                                            + " or name a file with"
                                                            + " --token-file")),
                    TOKEN);
        }
        if (Files.size(tokenFile) > MAX_TOKEN_BYTES) {
            throw new CommandFailure(tokenFile + ": it is too long to be a token");
        }
        PrivateFiles.warn(tokenFile, "token", terminal);
        String text = new String(Files.readAllBytes(tokenFile), StandardCharsets.ISO_8859_1);
        return form(text.strip(), tokenFile.toString());
    }

    private static String form(String token, String from) throws CommandFailure {
        if (!TOKEN_FORM.matcher(token).matches()) {
            throw new CommandFailure(from + ": it must hold one token, without blanks");
        }
        return token;
    }
}
