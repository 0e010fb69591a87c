package fr.genereferral.local.connect;

import fr.genereferral.local.Database;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** The settings of one outbox connector, from the one file that every way to run the platform uses. */
record ConnectorSettings(Database database, Pace pace) {
    String name() {
        return "outbox-" + database.name();
    }

    /** Only the names below are ours: Debezium's own placeholders look the same and stay. */
    String json() {
        var cdc = database.cdc()
                .orElseThrow(() -> new IllegalArgumentException(database.name() + " has no outbox to carry"));
        var values = Map.of(
                "DATABASE_HOST", database.host(),
                "DATABASE_PORT", Integer.toString(database.port()),
                "DATABASE", database.name(),
                "CDC_USER", cdc.user(),
                "CDC_PASSWORD", cdc.password());
        var settings = template();
        for (var value : values.entrySet()) {
            settings = settings.replace("${" + value.getKey() + "}", value.getValue());
        }
        return pace.of(settings);
    }

    private static String template() {
        try {
            return Files.readString(Checkout.here().deploy("connect/outbox-connector.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
