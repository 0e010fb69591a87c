package fr.genereferral.local.service;

import fr.genereferral.local.process.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that wraps the keys of the referrals. It lives as long as the data it opens: in the same folder. */
public record MasterKey(String text) {
    private static final String ID = "k1";
    private static final int BYTES = 32;

    public static MasterKey of(DataFolder data) {
        var file = data.root().resolve("master-key");
        try {
            if (!Files.exists(file)) {
                data.write(file, fresh());
            }
            return new MasterKey(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
