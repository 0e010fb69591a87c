package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Port to what is counted over all referrals. */
public interface Statistics {

    /** How often meetings of experts have judged criteria otherwise than the rules. */
    Uni<List<Overruled>> overrules();

    /**
     * One criterion, overruled in one direction.
     *
     * @param decision GO: the child was let through although the criterion stood against it; NO_GO: the reverse
     * @param children for how many
     * @param decided for how many any meeting has decided about this therapy
     */
    record Overruled(String therapy, String criterion, Meeting.Decision decision, long children, long decided) {}
}
