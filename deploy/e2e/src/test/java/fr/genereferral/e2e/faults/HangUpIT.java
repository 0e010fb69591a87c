package fr.genereferral.e2e.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Invariants;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.e2e.check.Tables;
import fr.genereferral.e2e.load.Children;
import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Scale;
import fr.genereferral.e2e.support.Seed;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.process.AtOnce;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that go away in the middle of a request: a transaction ends whole or not at all, and nothing else notices. */
class HangUpIT {
    private static final int POSTS = Scale.of(90, 500);
    private static final int CLIENTS = 16;
    private static final Duration TO_COME_TO_REST = Duration.ofSeconds(20);

    private final LocalSystem system = RunningSystem.system();
    private final Tables tables = new Tables(system);
    private final ClientBook book = new ClientBook();

    /**
     * A process without a past: a minute after the database was away, the pool's timers complain of connections that had
     * been given up long ago (vertx-sql-client 1706), and other tests take the database away.
     */
    @BeforeEach
    void begin() {
        var service = system.service(ServiceSettings.REFERRAL);
        service.stop();
        service.start();
    }

    @Test
    void leavesNoHalfAReferralNoErrorAndNoConnectionBehind() {
        var standing = Standing.of(system);
        var posts = new Children(system, book).refer(POSTS);
        var quietSince = logLines().size();
        var storedBefore = stored();

        hangUp(posts, HangUp.IN_THE_BODY);
        awaitRest();
        assertEquals(storedBefore, stored(), "half a body was taken for a referral");
        hangUp(posts, HangUp.AFTER_THE_BODY, HangUp.BEFORE_THE_ANSWER);
        await("something is stored of whom nobody waited for")
                .atMost(TO_COME_TO_REST)
                .until(() -> !stored().equals(storedBefore));
        awaitRest();

        assertEquals(List.of(), errorsSince(quietSince));
        try (var load = new Load(system, book).start(posts)) {
            load.await();
        }
        assertEquals(POSTS, book.acknowledged().count(), book.toString());
        Invariants.check(system, book);
        standing.assertUnchangedBut();
    }

    private static void hangUp(List<Sent> all, HangUp... kinds) {
        var posts = IntStream.range(0, all.size())
                .filter(i -> List.of(kinds).contains(kindOf(i)))
                .mapToObj(all::get)
                .toList();
        AtOnce.run(IntStream.range(0, CLIENTS)
                .<Runnable>mapToObj(client -> () -> {
                    var chance = Seed.random("hang up " + client);
                    for (var i = client; i < posts.size(); i += CLIENTS) {
                        kinds[i % kinds.length].happenTo(posts.get(i), chance);
                    }
                })
                .toList());
    }

    private static HangUp kindOf(int post) {
        return HangUp.values()[post % HangUp.values().length];
    }

    /** What was sent whole may be stored although nobody waits for the answer; it is all written before we look. */
    private void awaitRest() {
        await().during(Duration.ofMillis(300))
                .atMost(TO_COME_TO_REST)
                .untilAsserted(() -> assertEquals(List.of(), tables.texts("referral", """
                        select datname || ' ' || state from pg_stat_activity
                        where datname in ('referral', 'referral_keys') and usename not like '%_cdc'
                          and (state = 'active' or state like 'idle in transaction%') and pid <> pg_backend_pid()
                        """)));
    }

    private List<String> stored() {
        return tables.texts("referral", "select count(*) from referral");
    }

    private List<String> errorsSince(int line) {
        return logLines().stream()
                .skip(line)
                .filter(text -> text.contains(" ERROR ") || text.contains("Exception"))
                .toList();
    }

    private List<String> logLines() {
        Path log = system.platform().household().data().log("referral-service");
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
