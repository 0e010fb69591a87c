package fr.genereferral.referral.reminders;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Reminder.Kind;
import fr.genereferral.referral.Reminders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is wrong is told at the start, also where no mail is sent yet. */
class ReminderClockTest {

    /** As the container has it: nothing is read before somebody asks. */
    private static final class Unread extends Addresses {
        private final boolean isRight;

        Unread(MailConfig config, boolean isRight) {
            super(config, Clock.systemUTC());
            this.isRight = isRight;
        }

        @Override
        Set<String> known() {
            if (isRight) {
                return Set.of();
            }
            throw new IllegalStateException("addresses.csv does not read");
        }
    }

    @Test
    void doesNotStartWithAFileOfAddressesThatDoesNotRead() {
        var withServer = clock(false, Map.of("reminders.mail.server", "mail.example"));
        var without = clock(false, Map.of());
        var started = new StartupEvent();

        assertThrows(IllegalStateException.class, () -> withServer.sayWhetherMailIsSent(started));
        assertThrows(IllegalStateException.class, () -> without.sayWhetherMailIsSent(started));
    }

    @Test
    void doesNotStartWithALinkThatLeadsNowhere() {
        var clock = clock(true, Map.of("reminders.mail.link", "nowhere"));
        var started = new StartupEvent();

        assertThrows(IllegalStateException.class, () -> clock.sayWhetherMailIsSent(started));
    }

    @Test
    void startsWithoutAServer() {
        assertDoesNotThrow(() -> clock(true, Map.of()).sayWhetherMailIsSent(new StartupEvent()));
    }

    /** What fails on one way keeps nobody from what is on another. */
    @Test
    void tellsAlsoWhereNothingCouldBeWrittenDown() {
        var told = new AtomicInteger();
        var reminders = new Reminders() {
            @Override
            public Uni<Integer> plan(int most, Map<Kind, List<Step>> steps, Function<Wait, Instant> limit) {
                return Uni.createFrom().failure(new IllegalStateException("no answer"));
            }

            @Override
            public Uni<Integer> tell(int most) {
                told.incrementAndGet();
                return Uni.createFrom().item(0);
            }
        };
        var reminding = new Reminding(reminders, new ReminderSteps(), Clock.systemUTC());

        clock(reminding, true, Map.of()).remind().await().atMost(Duration.ofSeconds(30));

        assertEquals(1, told.get());
    }

    private static ReminderClock clock(boolean isRight, Map<String, String> settings) {
        return clock(null, isRight, settings);
    }

    private static ReminderClock clock(Reminding reminding, boolean isRight, Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(MailConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(MailConfig.class);
        return new ReminderClock(reminding, null, new Unread(config, isRight), config, new SimpleMeterRegistry());
    }
}
