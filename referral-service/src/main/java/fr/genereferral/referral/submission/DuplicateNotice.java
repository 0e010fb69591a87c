package fr.genereferral.referral.submission;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells the hospitals of what may be the same child that somebody is looking, and nothing of one another. */
@ApplicationScoped
class DuplicateNotice {
    private static final Logger LOG = Logger.getLogger(DuplicateNotice.class);
    private static final Actor PLATFORM = Actor.platform("referral-service");

    private final Referrals referrals;
    private final Clock clock;

    DuplicateNotice(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /** The new referral is stored already and shows its state: a notice that fails must not make it look refused. */
    Uni<Void> give(List<UUID> others, String from) {
        var access = new Access(PLATFORM, Rights.platform(), "SUSPECT_DUPLICATE", from);
        var all = Uni.createFrom().voidItem();
        for (var other : others) {
            all = all.chain(() -> given(other, access));
        }
        return all;
    }

    private Uni<Void> given(UUID other, Access access) {
        return referrals
                .changeAny(other, access, referral -> referral.duplicateSuspected(access.by(), clock.instant()))
                .onFailure()
                .invoke(failure -> LOG.errorf("no notice of a duplicate: referralId=%s", other))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
