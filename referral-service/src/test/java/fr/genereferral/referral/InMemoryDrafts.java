package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Drafts for tests that need no database; nothing is sealed. */
public final class InMemoryDrafts implements Drafts {
    private final Map<UUID, Saved> saved = new HashMap<>();
    private final InMemoryReferrals referrals;
    private boolean overtaking;

    private record Saved(int version, Draft.Written written) {}

    public InMemoryDrafts(InMemoryReferrals referrals) {
        this.referrals = referrals;
    }

    /** From now on somebody else is always faster. */
    public void overtake() {
        overtaking = true;
    }

    @Override
    public Uni<UUID> store(Referral referral, Draft.Written written, IdempotencyKey key, Access access) {
        var kept = referrals.keep(referral, null, key);
        if (kept.equals(referral.id())) {
            saved.put(kept, new Saved(1, written));
        }
        return Uni.createFrom().item(kept);
    }

    @Override
    public Uni<Optional<Draft>> of(UUID id, Access access) {
        return Uni.createFrom()
                .item(Optional.ofNullable(saved.get(id))
                        .map(one -> new Draft(one.version(), one.written().content(), ReferralFixtures.NOW)));
    }

    @Override
    public Uni<Optional<String>> identity(UUID id, Access access) {
        return Uni.createFrom()
                .item(Optional.ofNullable(overtaking ? null : saved.get(id))
                        .map(one -> one.written().identity()));
    }

    @Override
    public Uni<Optional<Draft>> replace(UUID id, Integer version, Draft.Written written, Access access) {
        var before = saved.get(id);
        if (before == null || version != null && version != before.version()) {
            return Uni.createFrom().item(Optional.empty());
        }
        saved.put(id, new Saved(before.version() + 1, written));
        return of(id, access);
    }

    @Override
    public Uni<UUID> send(Referral referral, Submission sent, int version, IdempotencyKey key, Access access) {
        var draft = saved.get(referral.id());
        if (draft == null || draft.version() != version) {
            return Uni.createFrom().failure(new DraftOvertaken());
        }
        saved.remove(referral.id());
        return Uni.createFrom().item(referrals.keep(referral, sent, key));
    }
}
