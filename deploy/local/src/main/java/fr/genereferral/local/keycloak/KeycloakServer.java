package fr.genereferral.local.keycloak;

import fr.genereferral.local.process.ChildProcess;
import fr.genereferral.local.process.Household;
import fr.genereferral.local.process.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Keycloak with the realm of the platform imported; what changes later stays in the data folder. */
public final class KeycloakServer implements Server {
    private static final String NAME = "keycloak";
    static final String ADMINISTRATOR = "admin";
    private static final Duration TO_START = Duration.ofSeconds(150);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Household household;
    private final String administratorsPassword;
    private final boolean isOneOfMany;
    private final KeycloakHome home;
    private final KeycloakProgram keycloak;
    private ChildProcess process;

    /** @param isOneOfMany whether others start with nothing as well, and one first start is worth its while for all of them */
    public KeycloakServer(Household household, int port, UnaryOperator<String> passwords, boolean isOneOfMany) {
        this.household = household;
        this.isOneOfMany = isOneOfMany;
        administratorsPassword = passwords.apply(ADMINISTRATOR);
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
                begin();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = ChildProcess.start(
                household, NAME, keycloak.command(), FirstStart.administrator(administratorsPassword));
        process.await(TO_START, keycloak::answers);
    }

    private void begin() throws IOException {
        var first = FirstStart.with(administratorsPassword);
        if (isOneOfMany) {
            first.copyTo(home);
        } else {
            first.copyIfMade(home);
        }
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
