package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Referrals for tests that need no database: same promises, no rights but the hospital's own. */
public final class InMemoryReferrals implements Referrals {
    private final Map<UUID, Referral> referrals = new HashMap<>();
    private final Map<UUID, Submission> submissions = new HashMap<>();
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<UUID, String> dossiers = new HashMap<>();
    private final Map<UUID, List<FactEntry>> entries = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private boolean overtaking;

    /** From now on somebody else always sends the same child first. */
    public void overtake() {
        overtaking = true;
    }

    @Override
    public Uni<UUID> store(Referral referral, Submission sent, IdempotencyKey key, Access access) {
        return overtaking
                ? Uni.createFrom().failure(new CaseTaken())
                : Uni.createFrom().item(keep(referral, sent, key));
    }

    /** @param sent null of a draft */
    UUID keep(Referral referral, Submission sent, IdempotencyKey key) {
        var earlier = keys.putIfAbsent(key.organisation() + "/" + key.key(), referral.id());
        if (earlier != null) {
            return earlier;
        }
        referrals.put(referral.id(), referral);
        submissions.put(referral.id(), sent);
        changes.addAll(referral.takeChanges());
        return referral.id();
    }

    @Override
    public Uni<Optional<UUID>> storedUnder(IdempotencyKey key) {
        return Uni.createFrom().item(Optional.ofNullable(keys.get(key.organisation() + "/" + key.key())));
    }

    @Override
    public Uni<StoredReferral> read(UUID id, Access access) {
        var referral = referrals.get(id);
        if (referral == null || !referral.organisation().equals(access.by().organisation())) {
            return Uni.createFrom().failure(Refused.notFound());
        }
        var sent = submissions.get(id);
        var first = sent == null ? null : sent.dossier();
        return Uni.createFrom().item(new StoredReferral(referral, dossiers.getOrDefault(id, first)));
    }

    @Override
    public Uni<Referral> readState(UUID id, Access access) {
        return find(id, access);
    }

    @Override
    public Uni<Referral> find(UUID id, Access access) {
        return read(id, access).map(StoredReferral::referral);
    }

    @Override
    public Uni<StoredReferral> change(UUID id, Access access, Consumer<Referral> work) {
        return read(id, access).invoke(stored -> {
            work.accept(stored.referral());
            changes.addAll(stored.referral().takeChanges());
        });
    }

    /** Whoever may see it is not asked here. */
    @Override
    public Uni<StoredReferral> move(UUID id, Access access, Consumer<Referral> work) {
        return changeAny(id, access, work);
    }

    /** Nothing lies before a meeting here. */
    @Override
    public Uni<StoredReferral> decide(UUID id, Access access, BiConsumer<Referral, CaseFile> work) {
        return move(id, access, referral -> work.accept(referral, new CaseFile(List.of(), Optional.empty())));
    }

    /** Nobody has asked anything before. */
    @Override
    public Uni<Referral> converse(UUID id, Access access, BiConsumer<Referral, Threads> work) {
        return move(id, access, referral -> work.accept(referral, new Threads(List.of())))
                .map(StoredReferral::referral);
    }

    @Override
    public Uni<StoredReferral> amend(UUID id, Access access, BiConsumer<Referral, DossierHistory> work) {
        return change(id, access, referral -> {
                    work.accept(referral, history(referral));
                    referral.takeAmendments().forEach(amendment -> {
                        dossiers.put(id, amendment.dossier());
                        entries.computeIfAbsent(id, none -> new ArrayList<>()).addAll(amendment.entries());
                    });
                })
                .chain(() -> read(id, access));
    }

    private DossierHistory history(Referral referral) {
        return new DossierHistory(
                submissions.get(referral.id()).dossier(),
                referral.organisation(),
                referral.clockStartedAt(),
                entries.getOrDefault(referral.id(), List.of()));
    }

    @Override
    public Uni<StoredReferral> changeAny(UUID id, Access access, Consumer<Referral> work) {
        var referral = referrals.get(id);
        if (referral == null) {
            return Uni.createFrom().failure(Refused.notFound());
        }
        work.accept(referral);
        changes.addAll(referral.takeChanges());
        return Uni.createFrom()
                .item(new StoredReferral(referral, submissions.get(id).dossier()));
    }

    /** Everything that was said of its facts. */
    public DossierHistory history(UUID id) {
        return history(referrals.get(id));
    }

    @Override
    public Uni<Void> changeAll(Collection<UUID> ids, Consumer<Map<UUID, Referral>> work) {
        work.accept(ids.stream()
                .map(referrals::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Referral::id, referral -> referral)));
        referrals.values().forEach(referral -> changes.addAll(referral.takeChanges()));
        return Uni.createFrom().voidItem();
    }

    /** What was said to the others, oldest first. */
    public List<ReferralEvent> events() {
        return changes.stream().filter(Change::told).map(Change::event).toList();
    }

    public Submission sent(UUID id) {
        return submissions.get(id);
    }
}
