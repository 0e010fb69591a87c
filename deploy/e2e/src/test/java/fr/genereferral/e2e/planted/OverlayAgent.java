package fr.genereferral.e2e.planted;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;

/** Runs in the service's process: a class that lies in the folder is taken from there. Knows nothing but the JDK. */
public final class OverlayAgent implements ClassFileTransformer {
    private final Path folder;

    private OverlayAgent(Path folder) {
        this.folder = folder;
    }

    public static void premain(String folder, Instrumentation instrumentation) {
        instrumentation.addTransformer(new OverlayAgent(Path.of(folder)));
    }

    @Override
    public byte[] transform(ClassLoader loader, String name, Class<?> known, ProtectionDomain domain, byte[] bytes) {
        var file = name == null ? null : folder.resolve(name + ".class");
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try {
            System.out.println("laid over: " + name);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
