package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.Intervention;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.PlacementEvent;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.SlotMove;
import fr.genereferral.hubdirectory.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    private final DatabaseClock clock;
    private final Outbox outbox;
    private final SlotBook slots;

    PostgresPlacements(
            Transactions transactions,
            PostgresDirectories directories,
            DatabaseClock clock,
            Outbox outbox,
            SlotBook slots) {
        this.transactions = transactions;
        this.directories = directories;
        this.clock = clock;
        this.outbox = outbox;
        this.slots = slots;
    }

    @Override
    public Uni<Placement> answer(UUID offer, String hub, Change work) {
        return transactions.as(Rights.of(hub), session -> answered(session, referralOf(session, offer, hub), work));
    }

    @Override
    public Uni<Placement> answer(UUID offer, Change work) {
        return transactions.as(Rights.national(), session -> answered(session, referralOf(session, offer), work));
    }

    private Uni<Placement> answered(Mutiny.Session session, Uni<UUID> found, Change work) {
        return found.call(() -> transactions.become(session, Rights.platform()))
                .call(() -> DirectoryLock.shared(session))
                .chain(referral -> locked(session, List.of(referral)))
                .map(placements -> placements.get(0))
                .call(placement -> desk(session).chain(desk -> change(session, placement, desk, work)));
    }

    @Override
    public <T> Uni<T> look(UUID offer, String hub, BiFunction<Placement, Directory, T> question) {
        return transactions.as(Rights.of(hub), session -> looked(session, referralOf(session, offer, hub), question));
    }

    @Override
    public <T> Uni<T> look(UUID offer, BiFunction<Placement, Directory, T> question) {
        return transactions.as(Rights.national(), session -> looked(session, referralOf(session, offer), question));
    }

    private <T> Uni<T> looked(Mutiny.Session session, Uni<UUID> found, BiFunction<Placement, Directory, T> question) {
        return found.call(() -> transactions.become(session, Rights.platform()))
                .chain(referral -> StoredPlacements.of(session, READ, List.of(referral)))
                .chain(read -> directories.read(session).map(directory -> question.apply(read.get(0), directory)));
    }

    @Override
    public Uni<Void> changeAsked(String hub, String therapy, Change work) {
        return transactions.join(session -> askedOf(session, hub, therapy)
                .chain(referrals -> referrals.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : locked(session, referrals).chain(placements -> changed(session, placements, work))));
    }

    /** By one reading of the directory: its lock is held, and asking the next hub takes no place. */
    private Uni<Void> changed(Mutiny.Session session, List<Placement> placements, Change work) {
        return desk(session).chain(desk -> inTurn(placements, placement -> change(session, placement, desk, work)));
    }

    private Uni<Void> change(Mutiny.Session session, Placement placement, Desk desk, Change work) {
        return session.find(MatchRunRow.class, placement.lastRouting().id())
                .chain(row -> byHand(session, placement).chain(byHand -> {
                    work.apply(placement, row.run(), desk.with(byHand));
                    return store(session, List.of(placement), desk);
                }));
    }

    private static Uni<Map<UUID, MatchRun>> byHand(Mutiny.Session session, Placement placement) {
        var ids = placement.runsByHand();
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : MatchRunRow.runs(session, ids);
    }

    /** One session does one thing at a time. */
    private static <T> Uni<Void> inTurn(List<T> all, Function<T, Uni<Void>> work) {
        var done = Uni.createFrom().voidItem();
        for (var one : all) {
            done = done.chain(() -> work.apply(one));
        }
        return done;
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
                .chain(found -> desk(session).chain(desk -> {
                    var placements = withNewOnes(referrals, found);
                    work.apply(placements, desk);
                    var fresh = placements.values().stream()
                            .filter(p -> p.version() > 0 && !session.contains(p))
                            .toList();
                    return new FreshPlacements(fresh)
                            .write(session)
                            .chain(() -> store(session, placements.values(), desk));
                })));
    }

    /** The id alone: the offer itself is read once its placement is locked. */
    private static Uni<UUID> referralOf(Mutiny.Session session, UUID offer, String hub) {
        return session.createQuery(
                        "select o.referralId from Offer o where o.id = :offer and o.hub.id = :hub", UUID.class)
                .setParameter("offer", offer)
                .setParameter("hub", hub)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }

    private static Uni<UUID> referralOf(Mutiny.Session session, UUID offer) {
        return session.createQuery("select o.referralId from Offer o where o.id = :offer", UUID.class)
                .setParameter("offer", offer)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }

    private static Uni<List<UUID>> askedOf(Mutiny.Session session, String hub, String therapy) {
        return session.createQuery(
                        "select o.referralId from Offer o"
                                + " where o.hub.id = :hub and (:therapy = '' or o.therapy = :therapy)"
                                + " and o.state = OPEN",
                        UUID.class)
                .setParameter("hub", hub)
                .setParameter("therapy", therapy == null ? "" : therapy)
                .getResultList();
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

    private Uni<Desk> desk(Mutiny.Session session) {
        return directories.read(session).chain(directory -> clock.now(session).map(now -> new Desk(directory, now)));
    }

    private Uni<Void> store(Mutiny.Session session, Collection<Placement> placements, Desk desk) {
        var rows = new ArrayList<Object>();
        var events = new ArrayList<PlacementEvent>();
        var moves = new ArrayList<SlotMove>();
        var confirmations = new ArrayList<LossConfirmation>();
        var interventions = new ArrayList<Intervention>();
        for (var placement : placements) {
            placement.takeRuns().forEach(run -> rows.add(new MatchRunRow(run, !placement.hasBegunWith(run))));
            rows.addAll(placement.takeAnomalies());
            events.addAll(placement.takeEvents());
            moves.addAll(placement.takeSlotMoves());
            confirmations.addAll(placement.takeLossConfirmations());
            interventions.addAll(placement.takeInterventions());
        }
        return session.persistAll(rows.toArray())
                .chain(() -> inTurn(confirmations, said -> LossRows.keep(session, said)))
                .chain(() -> inTurn(interventions, said -> InterventionRows.keep(session, said)))
                .chain(() -> inTurn(moves, move -> slots.keep(session, move, desk)))
                .chain(() -> outbox.append(session, events, desk.now()));
    }
}
