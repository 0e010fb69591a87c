package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.Lookalikes.CorrectedMeanwhile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Compares each referral, once it has been taken in, with those that it may be of one child with. The hospital that sends does
 * not wait for it. One replica at a time: what several would open and hold would be opened and held, and audited, by each.
 */
@ApplicationScoped
public class LookingForDuplicates {
    private static final Logger LOG = Logger.getLogger(LookingForDuplicates.class);
    /** At once; the others are looked at the next time. */
    private static final int REFERRALS = 20;

    private final Lookalikes lookalikes;
    private final Comparing comparing;
    private final LettingGo lettingGo;
    private final LeftAlone leftAlone;

    LookingForDuplicates(Lookalikes lookalikes, Comparing comparing, LettingGo lettingGo, Clock clock) {
        this.lookalikes = lookalikes;
        this.comparing = comparing;
        this.lettingGo = lettingGo;
        this.leftAlone = new LeftAlone(clock);
    }

    /**
     * @return how many were looked at; one that cannot be is left alone for a while and keeps nobody else waiting; one of which
     * somebody was corrected meanwhile is looked at again the next time
     */
    public Uni<Integer> look() {
        return lookalikes.alone(() -> lookalikes
                .notCompared(REFERRALS, leftAlone.current())
                .chain(this::each)
                .call(() -> lettingGo.letGo(Comparing.PLATFORM)));
    }

    private Uni<Integer> each(List<UUID> ids) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(this::lookedAt)
                .collect()
                .asList()
                .map(done -> (int) done.stream().filter(one -> one).count());
    }

    private Uni<Boolean> lookedAt(UUID id) {
        return comparing
                .compare(id)
                .replaceWith(true)
                .onFailure(CorrectedMeanwhile.class)
                .recoverWithItem(false)
                .onFailure()
                .invoke(failure -> {
                    leftAlone.note(id);
                    LOG.warnf(
                            "A referral could not be compared: referralId=%s reason=%s",
                            id, failure.getClass().getSimpleName());
                })
                .onFailure()
                .recoverWithItem(false);
    }
}
