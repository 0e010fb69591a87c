package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Port to the mail that hubs are to get. It was written down with what it is about, and waits until it has gone out. */
public interface Letters {

    /**
     * Passes over what is not to be sent: nobody wants it, there is nowhere to send it, or the offer waits for no answer any
     * longer.
     *
     * @param hasServer false: nothing is to be sent at all
     * @return how many were passed over
     */
    Uni<Integer> passOver(boolean hasServer, int most);

    /**
     * Letters that are to go out now. Nobody else gets them until the lease is over: by then they have been sent, or whoever
     * had them is gone.
     *
     * @param together so many news of one hub are a letter, as those of a digest are
     */
    Uni<List<Letter>> claim(int most, Duration lease, int together);

    Uni<Void> sent(Letter letter);

    /** @param counts whether it was refused; not when it was not even tried */
    Uni<Void> later(Letter letter, Duration wait, boolean counts);

    /**
     * Nobody has taken it, and nobody has refused it: it waits for as long as it has been waiting already, and counts nothing.
     *
     * @param least it waits at least so long
     * @param most and no longer than this
     */
    Uni<Void> untaken(Letter letter, Duration least, Duration most);

    Uni<Void> failed(Letter letter);

    /** For how many seconds the oldest has been waiting that could have gone out; 0 when none is. */
    Uni<Long> oldest();

    /** Forgets what has come to its end before. */
    Uni<Integer> forget(Duration age, int most);
}
