package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Tokens;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.Part;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Keycloak is away: who has a token works on, who has none waits; when it is back, new tokens are good at once. */
class IdentityServerAwayIT {
    private static final int POSTS = 10;
    private static final int SECONDS = Scale.of(5, 60);
    private static final String RENNES = "350007084";
    private static final String NANTES = "440000271";

    private final LocalSystem system = RunningSystem.system();
    private final Organisation hospital = Organisation.hospital(system, RENNES);
    private final Organisation hub = Organisation.hub(system, NANTES);

    @Test
    void aKnownTokenWorksOnAndANewOneWorksWhenItIsBack() throws IOException {
        var standing = Standing.of(system);
        var keycloak = Victim.of(system, Part.KEYCLOAK);
        var book = new ClientBook();
        everybodyHasAToken(book);

        try {
            keycloak.kill();
            assertThrows(IOException.class, () -> newToken(hospital));
            workFor(SECONDS, book);
        } finally {
            keycloak.start();
        }

        newToken(hospital);
        newToken(hub);
        everyServiceAnswers();
        Invariants.check(system, book);
        standing.assertUnchangedBut();
    }

    private void everybodyHasAToken(ClientBook book) throws IOException {
        post(book);
        everyServiceAnswers();
    }

    private void workFor(int seconds, ClientBook book) throws IOException {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            post(book);
            everyServiceAnswers();
        }
    }

    private void post(ClientBook book) {
        try (var load = new Load(system, book).start(POSTS)) {
            load.await();
        }
        assertEquals(book.all().size(), book.acknowledged().count(), book.toString());
    }

    private void everyServiceAnswers() throws IOException {
        assertEquals(
                200,
                hospital.get(ServiceSettings.REFERRAL, "/v1/referrals?limit=1").statusCode());
        assertEquals(
                200,
                hospital.get(ServiceSettings.ELIGIBILITY, "/v1/reference/facts").statusCode());
        assertEquals(
                200,
                hub.get(ServiceSettings.HUB_DIRECTORY, "/v1/offers?limit=1").statusCode());
    }

    /** What it sends from now on. */
    private void newToken(Organisation organisation) throws IOException {
        Tokens.anew(system.platform().realm().tokenEndpoint(), organisation.client());
    }
}
