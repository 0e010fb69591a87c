package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The file of an offer has come from one colleague to another, or to nobody; never changed. */
@Entity
@Table(name = "keeper_change")
public class KeeperChange {
    @Id
    private UUID id;

    @Column(name = "offer_id")
    private UUID offer;

    @Column(name = "hub_id")
    private String hub;

    /** 1..n without a hole for one offer. */
    private int number;

    @Enumerated(EnumType.STRING)
    private KeeperMove move;

    @Column(name = "from_user")
    private String fromUser;

    @Column(name = "from_rpps")
    private String fromRpps;

    @Column(name = "to_user")
    private String toUser;

    @Column(name = "to_rpps")
    private String toRpps;

    @Enumerated(EnumType.STRING)
    private HandoverReason reason;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    /** Which file, and which change of it. */
    record Place(UUID offer, String hub, int number) {}

    /**
     * What happens to it.
     *
     * @param from null for nobody
     * @param to null for nobody
     * @param reason null where nobody hands it over
     */
    record What(KeeperMove move, Keeper from, Keeper to, HandoverReason reason) {}

    protected KeeperChange() {}

    KeeperChange(Place place, What what, Hand hand) {
        id = hand.id();
        offer = place.offer();
        hub = place.hub();
        number = place.number();
        move = what.move();
        fromUser = what.from() == null ? null : what.from().user();
        fromRpps = what.from() == null ? null : what.from().rpps();
        toUser = what.to() == null ? null : what.to().user();
        toRpps = what.to() == null ? null : what.to().rpps();
        reason = what.reason();
        madeAt = hand.at();
        madeBy = hand.by();
    }

    /**
     * Who does it, and when.
     *
     * @param id of the change that it becomes
     */
    public record Hand(UUID id, String by, Instant at) {}

    public UUID offer() {
        return offer;
    }

    public int number() {
        return number;
    }

    public KeeperMove move() {
        return move;
    }

    public Optional<Keeper> from() {
        return Optional.ofNullable(Keeper.of(fromUser, fromRpps));
    }

    public Optional<Keeper> to() {
        return Optional.ofNullable(Keeper.of(toUser, toRpps));
    }

    public Optional<HandoverReason> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant madeAt() {
        return madeAt;
    }

    public String madeBy() {
        return madeBy;
    }
}
