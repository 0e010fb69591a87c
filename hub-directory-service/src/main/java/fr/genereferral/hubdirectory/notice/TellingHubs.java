package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.Notices;
import fr.genereferral.hubdirectory.Notices.Mark;
import fr.genereferral.hubdirectory.Notices.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells hubs what has happened to their offers: whoever follows, and whoever asks. */
@ApplicationScoped
class TellingHubs {
    /** Parts that are done at one look; what is left then comes with the next one. */
    private static final int PARTS = 20;

    private final Notices notices;
    private final Followers followers;
    private final FeedConfig config;

    TellingHubs(Notices notices, Followers followers, FeedConfig config) {
        this.notices = notices;
        this.followers = followers;
        this.config = config;
    }

    Multi<Signal> follow(Follower.Reader reader, Long after) {
        return notices.span(reader.hub()).onItem().transformToMulti(span -> followers.follow(reader, after, span));
    }

    boolean isFull(String hub) {
        return followers.isFull(hub);
    }

    /**
     * One page of what was told.
     *
     * @param after null, or too old, or never given: then it is told where to begin
     */
    Uni<NoticePage> page(String hub, Long after, int limit) {
        return notices.span(hub)
                .chain(span -> after != null && span.reachesBackTo(after)
                        ? read(new Mark(hub, after), limit)
                        : Uni.createFrom().item(begin(span)));
    }

    private static NoticePage begin(Span span) {
        return new NoticePage(List.of(), span.last(), true);
    }

    private Uni<NoticePage> read(Mark mark, int limit) {
        return notices.after(List.of(mark), limit).map(found -> found.stream()
                .findFirst()
                .map(following -> NoticePage.of(following.notices()))
                .orElse(new NoticePage(List.of(), mark.number(), false)));
    }

    /** Gives numbers to everything that is new, and tells it to all who follow by this instance. */
    Uni<Void> tell() {
        return numbered(PARTS).chain(() -> told(PARTS));
    }

    private Uni<Void> numbered(int parts) {
        return limited(notices.number(config.numbered()))
                .chain(given -> given < config.numbered() || parts == 1
                        ? Uni.createFrom().voidItem()
                        : numbered(parts - 1));
    }

    private Uni<Void> told(int parts) {
        var marks = followers.marks();
        if (marks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return limited(notices.after(marks, config.page()))
                .call(found -> aside(() -> followers.tell(found)))
                .chain(found -> parts > 1
                                && found.stream()
                                        .anyMatch(more -> more.notices().size() == config.page())
                        ? told(parts - 1)
                        : Uni.createFrom().voidItem());
    }

    /** What goes out to thousands is written by a thread that may take its time; what follows is done where it was. */
    private static Uni<Void> aside(Runnable work) {
        return Uni.createFrom().completionStage(() -> Vertx.currentContext()
                .<Void>executeBlocking(() -> {
                    work.run();
                    return null;
                })
                .toCompletionStage());
    }

    /** Forgets what is too old, a part at a time. */
    Uni<Void> forget() {
        return forgotten(PARTS);
    }

    private Uni<Void> forgotten(int parts) {
        return limited(notices.forget(config.kept(), config.numbered()))
                .chain(hubs -> hubs == 0 || parts == 1 ? Uni.createFrom().voidItem() : forgotten(parts - 1));
    }

    private <T> Uni<T> limited(Uni<T> work) {
        return work.ifNoItem().after(config.limit()).fail();
    }
}
