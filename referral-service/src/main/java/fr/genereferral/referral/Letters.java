package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Port to the mail that hospitals are to get: what they were reminded of waits until it has gone out. */
public interface Letters {

    /**
     * Passes over what is not to be sent: there is nowhere to send it, or it waits for the hospital no longer. What may wait again is left
     * where it is.
     *
     * @param hasServer false: nothing is to be sent at all
     * @param known hospitals that can be written to
     * @return how many were passed over
     */
    Uni<Integer> passOver(boolean hasServer, Set<String> known, int most);

    /**
     * Letters to one hospital that are to go out now: the one that has waited longest. Few, so that nothing is answered between their
     * claiming and their sending. Nobody else gets them until the lease is over: by then they have been sent, or whoever
     * had them is gone.
     *
     * @param known hospitals that can be written to
     * @param together so many news of one hospital are a letter
     */
    Uni<List<Letter>> claim(int most, Duration lease, Set<String> known, int together);

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

    /** For how many seconds the oldest has been waiting; 0 when none is. */
    Uni<Long> oldest();
}
