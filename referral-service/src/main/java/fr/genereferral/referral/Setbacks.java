package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Port to what keeps referrals from moving on. */
public interface Setbacks {

    /** Keeps each once, and none of a referral that was never sent. */
    Uni<Void> note(List<Setback> heard);
}
