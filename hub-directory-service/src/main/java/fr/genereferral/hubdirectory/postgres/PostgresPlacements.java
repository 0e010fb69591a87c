package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Placements over Hibernate Reactive: locked, changed and stored with all that they note. */
@ApplicationScoped
class PostgresPlacements implements Placements {
    /** In one order, whoever asks; one text, however many are asked for. */
    static final String READ =
            "select * from placement where referral_id = any(cast(cast(:ids as text[]) as uuid[])) order by referral_id";

    private static final String LOCKED = READ + " for update";

    private final Transactions transactions;
    private final PostgresDirectories directories;
    private final NotedRows noted;

    PostgresPlacements(Transactions transactions, PostgresDirectories directories, NotedRows noted) {
        this.transactions = transactions;
        this.directories = directories;
        this.noted = noted;
    }

    @Override
    public Uni<Placement> answer(UUID offer, String hub, Change work) {
        return transactions.as(
                Rights.of(hub), session -> answered(session, ReferralIds.ofOffer(session, offer, hub), work));
    }

    @Override
    public Uni<Placement> answer(UUID offer, Change work) {
        return transactions.as(
                Rights.national(), session -> answered(session, ReferralIds.ofOffer(session, offer), work));
    }

    private Uni<Placement> answered(Mutiny.Session session, Uni<UUID> found, Change work) {
        return found.call(() -> DirectoryLock.sharedBy(session, Rights.platform()))
                .chain(referral -> locked(session, List.of(referral)))
                .map(placements -> placements.get(0))
                .call(placement -> directories.desk(session).chain(desk -> change(session, placement, desk, work)));
    }

    @Override
    public <T> Uni<T> look(UUID offer, String hub, BiFunction<Placement, Directory, T> question) {
        return transactions.as(
                Rights.of(hub), session -> looked(session, ReferralIds.ofOffer(session, offer, hub), question));
    }

    @Override
    public <T> Uni<T> look(UUID offer, BiFunction<Placement, Directory, T> question) {
        return transactions.as(
                Rights.national(), session -> looked(session, ReferralIds.ofOffer(session, offer), question));
    }

    private <T> Uni<T> looked(Mutiny.Session session, Uni<UUID> found, BiFunction<Placement, Directory, T> question) {
        return found.call(() -> transactions.become(session, Rights.platform()))
                .chain(referral -> StoredPlacements.of(session, READ, List.of(referral)))
                .chain(read -> directories.read(session).map(directory -> question.apply(read.get(0), directory)));
    }

    @Override
    public Uni<Void> changeAsked(String hub, String therapy, Change work) {
        return transactions.join(session -> ReferralIds.asked(session, hub, therapy)
                .chain(referrals -> referrals.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : locked(session, referrals).chain(placements -> changed(session, placements, work))));
    }

    /** By one reading of the directory: its lock is held, and asking the next hub takes no place. */
    private Uni<Void> changed(Mutiny.Session session, List<Placement> placements, Change work) {
        return directories
                .desk(session)
                .chain(desk -> InTurn.each(placements, placement -> change(session, placement, desk, work)));
    }

    private Uni<Void> change(Mutiny.Session session, Placement placement, Desk desk, Change work) {
        return session.find(MatchRunRow.class, placement.lastRouting().id())
                .chain(row -> byHand(session, placement).chain(byHand -> {
                    work.apply(placement, row.run(), desk.with(byHand));
                    return noted.keep(session, List.of(placement), desk);
                }));
    }

    private static Uni<Map<UUID, MatchRun>> byHand(Mutiny.Session session, Placement placement) {
        var ids = placement.runsByHand();
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : MatchRunRow.runs(session, ids);
    }

    @Override
    public Uni<Void> change(UUID referral, Change work) {
        return transactions.as(Rights.platform(), session -> DirectoryLock.shared(session)
                .chain(() -> locked(session, List.of(referral)))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().failure(Refused.notFound())
                        : changed(session, found, work)));
    }

    @Override
    public Uni<Void> changeAll(Collection<UUID> referrals, Changes work) {
        return transactions.join(session -> DirectoryLock.shared(session)
                .chain(() -> locked(session, referrals))
                .chain(found -> directories.desk(session).chain(desk -> {
                    var placements = withNewOnes(referrals, found);
                    work.apply(placements, desk);
                    var fresh = placements.values().stream()
                            .filter(p -> p.version() > 0 && !session.contains(p))
                            .toList();
                    return new FreshPlacements(fresh)
                            .write(session)
                            .chain(() -> noted.keep(session, placements.values(), desk));
                })));
    }

    private static Uni<List<Placement>> locked(Mutiny.Session session, Collection<UUID> referrals) {
        return StoredPlacements.of(session, LOCKED, referrals);
    }

    private static Map<UUID, Placement> withNewOnes(Collection<UUID> referrals, List<Placement> found) {
        var placements = new HashMap<UUID, Placement>();
        found.forEach(placement -> placements.put(placement.referralId(), placement));
        referrals.forEach(id -> placements.computeIfAbsent(id, Placement::of));
        return placements;
    }
}
