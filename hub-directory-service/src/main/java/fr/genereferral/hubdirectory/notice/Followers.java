package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.Notice;
import fr.genereferral.hubdirectory.Notices.Following;
import fr.genereferral.hubdirectory.Notices.Mark;
import fr.genereferral.hubdirectory.Notices.Span;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All who follow by this instance, each from where he has come to. */
@ApplicationScoped
class Followers {
    private final Set<Follower> all = ConcurrentHashMap.newKeySet();
    private final FeedConfig config;
    private final Clock clock;

    Followers(FeedConfig config, Clock clock, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        meters.gauge("offers.feed.streams", all, Set::size);
    }

    /** Whether nobody else of this hub has a place: one client that opens stream after stream must not take all. */
    boolean isFull(String hub) {
        return all.size() >= config.streams()
                || all.stream()
                                .filter(follower -> follower.mark().hub().equals(hub))
                                .count()
                        >= config.streamsOfOne();
    }

    /**
     * A stream that begins after this number; where that is not known, or not kept, it begins now and says so.
     *
     * @param after the last number that the reader has seen; null when he begins
     */
    Multi<Signal> follow(Follower.Reader reader, Long after, Span span) {
        var goesOn = after != null && span.reachesBackTo(after);
        var from = goesOn ? after : span.last();
        return Multi.createFrom().deferred(() -> {
            var holder = new Follower[1];
            return Multi.createFrom()
                    .<Signal>emitter(line -> {
                        var follower = new Follower(reader, line, from, config.waiting(), clock.instant());
                        holder[0] = follower;
                        line.onTermination(() -> all.remove(follower));
                        if (!goesOn) {
                            follower.send(Signal.reset(from), clock.instant());
                        }
                        all.add(follower);
                    })
                    .onItem()
                    .invoke(() -> holder[0].taken());
        });
    }

    /** From where something is wanted: those who have come to the same place ask once, whoever has no room does not. */
    Set<Mark> marks() {
        return all.stream().filter(Follower::hasRoom).map(Follower::mark).collect(Collectors.toSet());
    }

    /** Each notice is put into its form once, however many follow and from wherever. */
    void tell(List<Following> found) {
        var forms = new HashMap<Notice, Signal>();
        var byMark = found.stream().collect(Collectors.toMap(Following::mark, following -> following.notices().stream()
                .map(notice -> forms.computeIfAbsent(notice, Signal::of))
                .toList()));
        var now = clock.instant();
        all.forEach(follower -> {
            var signals = byMark.get(follower.mark());
            if (signals != null) {
                follower.tell(signals, now);
            }
        });
    }

    /** @param now signs of life are due, and tokens end, by this time */
    void tick(Instant now) {
        all.forEach(follower -> follower.tick(config.heartbeat(), now));
    }
}
