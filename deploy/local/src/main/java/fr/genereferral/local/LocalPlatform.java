package fr.genereferral.local;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.service.MasterKey;
import fr.genereferral.local.service.ServiceSettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs every server on this machine until Ctrl-C, for services started by hand. Each value is an argument
 * ({@code --kafka-port=19092}) or an environment variable ({@code KAFKA_PORT}); the password of a role is in
 * {@code REFERRAL_OWNER_PASSWORD} and so on.
 */
public final class LocalPlatform {
    private static final Map<Part, Integer> PORTS =
            Map.of(Part.POSTGRES, 5433, Part.KAFKA, 9092, Part.CONNECT, 18083, Part.KEYCLOAK, 8180);

    private final Choices choices;

    private LocalPlatform(Choices choices) {
        this.choices = choices;
    }

    public static void main(String[] arguments) throws InterruptedException {
        // Our own lines say what happens; PostgreSQL's launcher need not.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        new LocalPlatform(Choices.of(arguments, System.getenv())).run();
    }

    private void run() throws InterruptedException {
        var folder = Path.of(choices.of("data", Checkout.here().deploy(".data").toString()));
        say("Starting PostgreSQL, Kafka, Kafka Connect and Keycloak; logs are in " + folder.resolve("logs"));
        var plan = EmbeddedPlatform.with(Part.values()).keptIn(folder).passwords(this::password);
        PORTS.forEach((part, port) -> plan.port(part, port(part, port)));
        var platform = plan.start();
        describe(platform);
        for (var service : ServiceSettings.values()) {
            new Connecting(platform, service).start();
        }
        new CountDownLatch(1).await();
    }

    private void describe(EmbeddedPlatform platform) {
        Database.NAMES.forEach(
                name -> say("PostgreSQL     " + platform.database(name).jdbcUrl()));
        say("Kafka          " + platform.kafkaBootstrapServers());
        say("Kafka Connect  " + platform.connect().url());
        say("Keycloak       " + platform.realm().issuer());
        var data = platform.household().data();
        MasterKey.of(data);
        say("For referral-service: export REFERRAL_MASTER_KEY=$(cat " + MasterKey.file(data) + ")");
        say("Everything runs where the services look for it. Ctrl-C ends it.");
    }

    private int port(Part part, int usual) {
        var name = part.name().toLowerCase(Locale.ROOT) + "-port";
        return Integer.parseInt(choices.of(name, Integer.toString(usual)));
    }

    private String password(String role) {
        return choices.of(role + "-password", role);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** Waits for a service to migrate, however long that takes, and connects its outbox then. */
    private static final class Connecting extends Thread {
        private final Platform platform;
        private final ServiceSettings service;

        Connecting(Platform platform, ServiceSettings service) {
            super("connecting-" + service.database());
            this.platform = platform;
            this.service = service;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (true) {
                try {
                    platform.connect().register(service.database());
                    say("The outbox of " + service.module() + " flows");
                    return;
                } catch (IllegalStateException e) {
                    // No such service yet: it may come in an hour.
                    continue;
                }
            }
        }
    }
}
