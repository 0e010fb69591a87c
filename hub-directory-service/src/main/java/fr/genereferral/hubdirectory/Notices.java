package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Port to what hubs are told of their offers. It is written with the change itself, and gets its number afterwards: whoever
 * goes on from the last number that he has seen misses nothing, in whatever order transactions come to their end.
 */
public interface Notices {

    /** Up to where somebody has read what this hub was told. */
    record Mark(String hub, long number) {}

    /**
     * What can be read of one hub.
     *
     * @param last the last number that was given; 0 before the first
     * @param purgedTo up to which number nothing is kept any longer
     */
    record Span(long last, long purgedTo) {

        /** Whether everything after this number can still be read; not one that was never given. */
        public boolean reachesBackTo(long number) {
            return purgedTo <= number && number <= last;
        }
    }

    /**
     * Gives numbers to what has been committed; nothing while another instance does.
     *
     * @return how many were given
     */
    Uni<Integer> number(int most);

    Uni<Span> span(String hub);

    /**
     * What follows on each mark, in the order of the numbers; one query, however many there are.
     *
     * @param most for each mark
     */
    Uni<List<Following>> after(Collection<Mark> marks, int most);

    /** What follows on one mark. */
    record Following(Mark mark, List<Notice> notices) {}

    /**
     * Forgets what is older; in the order of the numbers, so that what is kept has no hole.
     *
     * @param most about so many at a time
     * @return how many hubs' were forgotten
     */
    Uni<Integer> forget(Duration age, int most);
}
