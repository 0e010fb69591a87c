package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Referrals for tests that need no database: same promises, no rights but those of hospitals and of the nation's readers. */
public final class InMemoryReferrals implements Referrals {
    private final Map<UUID, Referral> referrals = new HashMap<>();
    private final Map<UUID, Submission> submissions = new HashMap<>();
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<UUID, String> dossiers = new HashMap<>();
    private final Map<UUID, List<FactEntry>> entries = new HashMap<>();
    private final Map<UUID, Merge> merges = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Consumer<Referral> storing;
    private boolean overtaking;

    public InMemoryReferrals() {
        storing = referral -> changes.addAll(referral.takeChanges());
    }

    /** @param storing takes what a referral has noted each time it is changed; what was said of its facts is kept here */
    public InMemoryReferrals(Consumer<Referral> storing) {
        this.storing = storing;
    }

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
        storing.accept(referral);
        return referral.id();
    }

    /** One that its hospital writes here, and sends in its own time. */
    public void keep(Referral draft) {
        referrals.put(draft.id(), draft);
    }

    /** Its hospital has sent it. */
    public void keep(Submission sent) {
        submissions.put(sent.id(), sent);
    }

    @Override
    public Uni<Optional<UUID>> storedUnder(IdempotencyKey key) {
        return Uni.createFrom().item(Optional.ofNullable(keys.get(key.organisation() + "/" + key.key())));
    }

    @Override
    public Uni<StoredReferral> read(UUID id, Access access) {
        var referral = referrals.get(id);
        if (referral == null || !maySee(referral, access)) {
            return Uni.createFrom().failure(Refused.notFound());
        }
        return Uni.createFrom().item(stored(referral));
    }

    private static boolean maySee(Referral referral, Access access) {
        var organisation = access.by().organisation();
        return referral.organisation().equals(organisation)
                || referral.joint().isFollowedBy(organisation)
                || access.rights().isNational() && referral.isSent();
    }

    private StoredReferral stored(Referral referral) {
        return new StoredReferral(referral, dossier(referral.id()));
    }

    /** As it is now; null of a draft. */
    public String dossier(UUID id) {
        var sent = submissions.get(id);
        return dossiers.getOrDefault(id, sent == null ? null : sent.dossier());
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
            storing.accept(stored.referral());
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
                    storeAmendments(referral);
                })
                .chain(() -> read(id, access));
    }

    private void storeAmendments(Referral referral) {
        referral.takeAmendments().forEach(amendment -> {
            dossiers.put(referral.id(), amendment.dossier());
            entries.computeIfAbsent(referral.id(), none -> new ArrayList<>()).addAll(amendment.entries());
        });
    }

    /** Of a draft nothing has been said. */
    private DossierHistory history(Referral referral) {
        var sent = submissions.get(referral.id());
        var into = into(referral.id());
        return new DossierHistory(
                        sent == null ? "{}" : sent.dossier(),
                        referral.organisation(),
                        sent == null ? null : Merge.ownClock(referral.clockStartedAt(), into),
                        entries.getOrDefault(referral.id(), List.of()))
                .after(into);
    }

    @Override
    public Uni<StoredReferral> changeAny(UUID id, Access access, Consumer<Referral> work) {
        var referral = referrals.get(id);
        if (referral == null) {
            return Uni.createFrom().failure(Refused.notFound());
        }
        work.accept(referral);
        storing.accept(referral);
        return Uni.createFrom().item(stored(referral));
    }

    /** Two that have changed together; what becomes of the merge of the two is kept with them. */
    void store(Merge merge, Referral one, Referral other) {
        merges.put(merge.id(), merge);
        store(one);
        store(other);
    }

    void store(Referral referral) {
        storeAmendments(referral);
        storing.accept(referral);
    }

    /** Every merge, in the order in which they were decided. */
    public List<Merge> merges() {
        return List.copyOf(merges.values());
    }

    /** Those by which facts have come to a referral, be they undone. */
    List<Merge> into(UUID survivor) {
        return merges.values().stream()
                .filter(merge -> merge.survivor().equals(survivor) && merge.mergedVersion() != null)
                .toList();
    }

    /** @throws Refused as not found where it was never sent */
    Referral sentOne(UUID id) {
        var referral = referrals.get(id);
        if (referral == null || !referral.isSent()) {
            throw Refused.notFound();
        }
        return referral;
    }

    /** Those that live on in another one. */
    List<Referral> livingIn(UUID survivor) {
        return referrals.values().stream()
                .filter(referral -> survivor.equals(referral.joint().supersededBy()))
                .toList();
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
        referrals.values().forEach(storing);
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
