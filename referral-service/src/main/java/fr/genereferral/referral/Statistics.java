package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Port to what is counted over all referrals. */
public interface Statistics {

    /** How often meetings of experts have judged criteria otherwise than the rules. */
    Uni<List<Overruled>> overrules();

    /**
     * Everything that was judged of the referrals that no hub has taken and that were judged again, for whatever reason, from
     * that day on: of each one from its first judgement to its last, one referral after the other by their ids.
     *
     * @param after the last referral that was read; all zeros at the beginning
     * @param most referrals at once: their documents are large
     */
    Uni<List<Judged>> judgedAgain(LocalDate from, UUID after, int most);

    /**
     * One judgement of one referral.
     *
     * @param on the day for which it was made
     * @param held whether a hub had the child then
     */
    record Judged(UUID referralId, LocalDate on, boolean held, Document document) {}

    /**
     * One criterion, overruled in one direction.
     *
     * @param decision GO: the child was let through although the criterion stood against it; NO_GO: the reverse
     * @param children for how many
     * @param decided for how many any meeting has decided about this therapy
     */
    record Overruled(String therapy, String criterion, Meeting.Decision decision, long children, long decided) {}
}
