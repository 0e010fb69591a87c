package fr.genereferral.local.service;

import fr.genereferral.local.process.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that wraps the keys of the referrals. It lives as long as the data it opens: in the same folder. */
public record MasterKey(String text) {
    private static final String ID = "k1";
    private static final int BYTES = 32;

    public static MasterKey of(DataFolder data) {
        var file = file(data);
        try {
            if (!Files.exists(file)) {
                data.write(file, fresh());
                onlyOurs(file);
            }
            return new MasterKey(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is kept. */
    public static Path file(DataFolder data) {
        return data.root().resolve("master-key");
    }

    /** Whoever reads it can read every identity. */
    private static void onlyOurs(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static String fresh() {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return ID + ":" + Base64.getEncoder().encodeToString(key);
    }

    @Override
    public String toString() {
        return ID;
    }
}
