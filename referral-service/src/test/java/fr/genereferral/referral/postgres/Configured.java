package fr.genereferral.referral.postgres;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Master keys as an operator would write them. */
record Configured(String current, List<String> others) implements MasterKeyConfig {
    private static final int LENGTH = 32;

    static MasterKeys keys(String current, String... others) {
        return new MasterKeys(new Configured(current, List.of(others)));
    }

    static String key(String id, int filling) {
        var bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) filling);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public Optional<String> masterKey() {
        return Optional.ofNullable(current);
    }

    @Override
    public Optional<List<String>> otherMasterKeys() {
        return Optional.ofNullable(others);
    }
}
