package fr.genereferral.local.keycloak;

import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keycloak with the realm of the platform imported; what changes later stays in the data folder. */
public final class KeycloakServer implements Server {
    private static final String NAME = "keycloak";
    static final String ADMINISTRATOR = "admin";
    private static final Duration TO_START = Duration.ofSeconds(150);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Household household;
    private final UnaryOperator<String> passwords;
    private final KeycloakHome home;
    private final KeycloakProgram keycloak;
    private ChildProcess process;

    public KeycloakServer(Household household, int port, UnaryOperator<String> passwords) {
        this.household = household;
        this.passwords = passwords;
        home = new KeycloakHome(household.data().folder(NAME));
        keycloak = new KeycloakProgram(home, port);
    }

    public Realm realm() {
        return keycloak.realm();
    }

    @Override
    public void start() {
        try {
            home.prepare(household.data().log(NAME));
            if (home.isNew()) {
                FirstStart.with(passwords.apply(ADMINISTRATOR)).copyTo(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = ChildProcess.start(household, NAME, keycloak.command(), Map.of());
        process.await(TO_START, keycloak::answers);
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
