package fr.genereferral.hubdirectory.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Notice;
import fr.genereferral.hubdirectory.NoticeKind;
import fr.genereferral.hubdirectory.Notices.Following;
import fr.genereferral.hubdirectory.Notices.Mark;
import fr.genereferral.hubdirectory.Notices.Span;
import fr.genereferral.hubdirectory.OfferState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FollowersTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final Instant TOKEN_ENDS = NOW.plus(Duration.ofMinutes(5));
    private static final Span SPAN = new Span(10, 4);

    private final AtomicInteger hungUp = new AtomicInteger();
    private final Followers followers = new Followers(
            new Settings(10, 10, 4, 2, 3, Duration.ofSeconds(15), Duration.ofDays(30), Duration.ofSeconds(30)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SimpleMeterRegistry());

    @Test
    void goOnFromTheLastThatTheyHaveSeen() {
        var line = follow("a", 7L).request(10);

        followers.tell(List.of(told("a", 7, 8, 9)));

        assertEquals(List.of(8L, 9L), ids(line));
        assertEquals(Set.of(new Mark("a", 9)), followers.marks());
    }

    @Test
    void areToldToReadTheListWhereTheyBeginOrWhatTheySawIsNotKnown() {
        for (var seen : new Long[] {null, 3L, 11L}) {
            var line = follow("a", seen).request(1);

            assertEquals("reset", line.getItems().get(0).name());
            assertEquals(10L, line.getItems().get(0).id());
        }
        assertEquals(Set.of(new Mark("a", 10)), followers.marks());
    }

    @Test
    void missNothingAtTheEdgeOfWhatIsKept() {
        follow("a", 4L);
        follow("a", 10L);

        assertEquals(Set.of(new Mark("a", 4), new Mark("a", 10)), followers.marks());
    }

    @Test
    void hearNothingOfAnotherHub() {
        var mine = follow("a", 10L).request(10);
        var theirs = follow("b", 10L).request(10);

        followers.tell(List.of(told("b", 10, 11)));

        assertEquals(List.of(), ids(mine));
        assertEquals(List.of(11L), ids(theirs));
    }

    @Test
    void askOnceWhereTheyHaveComeToTheSamePlace() {
        var one = follow("a", 10L).request(10);
        var other = follow("a", 10L).request(10);
        assertEquals(1, followers.marks().size());

        followers.tell(List.of(told("a", 10, 11)));

        assertEquals(ids(one), ids(other));
    }

    @Test
    void seeASignOfLifeWhenNothingElseHasBeenOne() {
        var line = follow("a", 10L).request(10);

        followers.tick(NOW.plusSeconds(14));
        line.assertHasNotReceivedAnyItem();

        followers.tick(NOW.plusSeconds(15));
        followers.tick(NOW.plusSeconds(16));
        assertEquals(List.of(Signal.ALIVE), line.getItems());
    }

    @Test
    void areLetGoWhenTheirTokenEnds() {
        var line = follow("a", 10L).request(10);
        followers.tick(TOKEN_ENDS.minusSeconds(1));
        line.assertNotTerminated();

        followers.tick(TOKEN_ENDS);

        line.assertCompleted();
        assertEquals(Set.of(), followers.marks());
        assertEquals(0, hungUp.get());
    }

    @Test
    void takeNoMorePlacesThanAHubHasNorThanThereAre() {
        follow("a", 10L);
        assertFalse(followers.isFull("a"));
        var second = follow("a", 10L);
        assertTrue(followers.isFull("a"));
        assertFalse(followers.isFull("b"));

        second.cancel();
        assertFalse(followers.isFull("a"));

        follow("b", 10L);
        follow("b", 10L);
        follow("c", 10L);
        assertTrue(followers.isFull("a"));
        assertTrue(followers.isFull("d"));
    }

    @Test
    void areSentAwayWhenTheyTakeTooLittle() {
        var slow = follow("a", 10L);
        var quick = follow("a", 10L).request(10);

        followers.tell(List.of(told("a", 10, 11, 12, 13)));
        assertEquals(0, hungUp.get());
        followers.tell(List.of(told("a", 13, 14)));

        assertEquals(1, hungUp.get());
        assertEquals(List.of(11L, 12L, 13L, 14L), ids(quick));
        assertEquals(Set.of(new Mark("a", 14)), followers.marks());
        slow.cancel();
    }

    /** What has been left for hours comes by pages: as many as a reader takes. */
    @Test
    void areToldMoreOnceTheyHaveTakenWhatWaits() {
        var line = follow("a", 10L);
        followers.tell(List.of(told("a", 10, 11, 12)));
        assertEquals(Set.of(), followers.marks());

        line.request(1);

        assertEquals(Set.of(new Mark("a", 12)), followers.marks());
        assertEquals(0, hungUp.get());
    }

    @Test
    void areSentAwayWhenTheyLeaveWhatWaitsForAHeartbeat() {
        follow("a", 10L);
        followers.tell(List.of(told("a", 10, 11, 12)));
        followers.tick(NOW.plusSeconds(14));
        assertEquals(0, hungUp.get());

        followers.tick(NOW.plusSeconds(15));

        assertEquals(1, hungUp.get());
    }

    @Test
    void areForgottenWhenTheyHangUp() {
        var line = follow("a", 10L).request(1);

        line.cancel();

        assertEquals(Set.of(), followers.marks());
        followers.tell(List.of(told("a", 10, 11)));
        assertTrue(line.getItems().isEmpty());
    }

    private AssertSubscriber<Signal> follow(String hub, Long after) {
        var reader = new Follower.Reader(hub, TOKEN_ENDS, hungUp::incrementAndGet);
        return followers.follow(reader, after, SPAN).subscribe().withSubscriber(AssertSubscriber.create());
    }

    private static Following told(String hub, long mark, long... numbers) {
        var notices = LongStream.of(numbers)
                .mapToObj(number -> new Notice(
                        hub, number, new UUID(0, number), NoticeKind.ARRIVED, OfferState.OPEN, TOKEN_ENDS, NOW))
                .toList();
        return new Following(new Mark(hub, mark), notices);
    }

    private static List<Long> ids(AssertSubscriber<Signal> line) {
        return line.getItems().stream().map(Signal::id).toList();
    }

    private record Settings(
            int numbered,
            int page,
            int streams,
            int streamsOfOne,
            int waiting,
            Duration heartbeat,
            Duration kept,
            Duration limit)
            implements FeedConfig {}
}
