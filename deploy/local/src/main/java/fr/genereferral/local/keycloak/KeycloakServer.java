package fr.genereferral.local.keycloak;

import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.HttpProbe;
import fr.genereferral.local.process.JavaProgram;
import fr.genereferral.local.process.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keycloak with the realm of the platform imported; what changes later stays in the data folder. */
public final class KeycloakServer implements Server {
    private static final String NAME = "keycloak";
    private static final String ADMINISTRATOR = "admin";
    private static final int HEAP_MEGABYTES = 384;
    private static final Duration TO_START = Duration.ofSeconds(150);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Household household;
    private final int port;
    private final UnaryOperator<String> passwords;
    private final KeycloakHome home;
    private ChildProcess process;

    public KeycloakServer(Household household, int port, UnaryOperator<String> passwords) {
        this.household = household;
        this.port = port;
        this.passwords = passwords;
        home = new KeycloakHome(household.data().folder(NAME));
    }

    public Realm realm() {
        return new Realm("http://127.0.0.1:" + port, "genereferral");
    }

    @Override
    public void start() {
        try {
            home.prepare(household.data().log(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = ChildProcess.start(household, NAME, program().command(), firstAdministrator());
        process.await(TO_START, () -> HttpProbe.answers(realm().issuer() + "/.well-known/openid-configuration"));
    }

    /** What kc.sh would run: it adds a shell between us and the server, which then outlives a kill. */
    private JavaProgram program() {
        return JavaProgram.ofClass(
                        HEAP_MEGABYTES,
                        List.of(home.runner()),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--import-realm",
                        // Otherwise it looks for others of its kind on the network.
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        // One issuer, whether it is called localhost or 127.0.0.1.
                        "--hostname=" + realm().baseUrl())
                .with(
                        "-Dkc.home.dir=" + home.folder(),
                        "-Djboss.server.config.dir=" + home.folder().resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    /** Only the very first start reads this. */
    private Map<String, String> firstAdministrator() {
        return Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                passwords.apply(ADMINISTRATOR));
    }

    @Override
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(TO_STOP);
            process = null;
        }
    }
}
