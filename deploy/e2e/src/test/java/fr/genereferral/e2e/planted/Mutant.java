package fr.genereferral.e2e.planted;

import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A service's classes with a bug in them, compiled against the packaged service into a folder of the build. */
record Mutant(String module, Path folder) {

    static Mutant of(List<Difference> differences) {
        var module = differences.get(0).file().getName(0).toString();
        var root = Checkout.here().root();
        try {
            var bugs = Files.createDirectories(root.resolve("deploy/e2e/target/planted"));
            var mutant = new Mutant(module, Files.createTempDirectory(bugs, module));
            mutant.compile(differences.stream()
                    .map(difference -> new Source(difference.file(), asBuilt(difference.applied(root))))
                    .toList());
            mutant.writeAgent();
            return mutant;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bean's proxy needs an empty constructor, which the framework adds at build time; it has to be added here too. */
    private static String asBuilt(String source) {
        if (!source.contains("@ApplicationScoped")) {
            return source;
        }
        return source.replaceAll("private final ([^=;()]+);", "private $1;")
                .replaceFirst("(?m)^((?:public )?class (\\w+)[^{]*\\{)$", "$1\n    $2() {}\n");
    }

    private void compile(List<Source> sources) throws IOException {
        var words = new StringWriter();
        var options = List.of(
                "-d",
                classes().toString(),
                "-cp",
                classpath(),
                "-proc:none",
                "-parameters",
                "--release",
                "17",
                "-nowarn");
        var compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(words, null, null, options, null, sources)
                .call();
        if (!compiled) {
            throw new IllegalStateException("the planted bug does not compile: " + words);
        }
    }

    private String classpath() throws IOException {
        var packaged = Checkout.here().root().resolve(module).resolve("target/quarkus-app");
        try (Stream<Path> files = Files.walk(packaged)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    private void writeAgent() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", OverlayAgent.class.getName());
        var file = OverlayAgent.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(agent()), manifest);
                var bytes = OverlayAgent.class.getResourceAsStream("/" + file)) {
            jar.putNextEntry(new JarEntry(file));
            bytes.transferTo(jar);
        }
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private Path agent() {
        return folder.resolve("agent.jar");
    }

    /** For the service's JVM. */
    String option() {
        return "-javaagent:" + agent() + "=" + classes();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Path file, String text) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
