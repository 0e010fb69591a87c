package fr.genereferral.local;

import java.util.List;
import java.util.Optional;

/**
 * A service's database and who may enter it: the owner migrates, the service works, the connector reads the outbox.
 * The database of keys has no connector.
 */
public record Database(
        String name, String host, int port, Credentials owner, Credentials service, Optional<Credentials> cdc) {
    /** Every database of the platform; the first three have an outbox. */
    public static final List<String> NAMES = List.of("referral", "eligibility", "hub_directory", "referral_keys");

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    public String reactiveUrl() {
        return "postgresql://%s:%d/%s".formatted(host, port, name);
    }
}
