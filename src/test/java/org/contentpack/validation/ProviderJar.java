package org.contentpack.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles providers of rules and packs them, as somebody else's build does. */
public final class ProviderJar {

    private static final Pattern EXAMPLE =
            Pattern.compile("```java\n(package org\\.example;.*?)```", Pattern.DOTALL);

    private ProviderJar() {}

    /** The jar of the example in the documentation. */
    public static Path ofDocumentation(Path folder) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/findings.md"), UTF_8));
        if (!example.find()) {
            throw new IllegalStateException("docs/findings.md must have the example");
        }
        return of(
                folder,
                Map.of("org.example.HouseRules", example.group(1)),
                "org.example.HouseRules\n");
    }

    /**
     * A jar of classes.
     *
     * @param sources by the name of the class
     * @param services what the file of providers says
     */
    public static Path of(Path folder, Map<String, String> sources, String services)
            throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue(), UTF_8);
            compile(file, classes);
        }
        Path jar = folder.resolve("rules.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
            zip.putNextEntry(
                    new JarEntry("META-INF/services/org.contentpack.validation.RuleProvider"));
            zip.write(services.getBytes(UTF_8));
        }
        return jar;
    }

    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        var files = compiler.getStandardFileManager(null, null, UTF_8);
        boolean isCompiled =
                compiler.getTask(
                                messages,
                                files,
                                null,
                                List.of(
                                        "-d",
                                        classes.toString(),
                                        "-proc:none",
                                        "-classpath",
                                        System.getProperty(
                                                        "surefire.test.class.path",
                                                        System.getProperty("java.class.path"))
                                                + java.io.File.pathSeparator
                                                + ownClasses()),
                                null,
                                files.getJavaFileObjects(source))
                        .call();
        files.close();
        if (!isCompiled) {
            throw new IllegalStateException(messages.toString());
        }
    }

    private static String ownClasses() {
        try {
            return Path.of(
                            RuleProvider.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException("classes lie in a folder", e);
        }
    }
}
