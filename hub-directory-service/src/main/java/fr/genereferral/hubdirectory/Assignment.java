package fr.genereferral.hubdirectory;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/**
 * The coordinator has named a hub to be asked. It becomes an offer at once; where something speaks against it, when a second
 * person agrees, as long as the placement stands as it stood.
 */
@Entity
@Table(name = "assignment")
public class Assignment implements Intervention {
    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    private int routing;

    /** The placement's version at which it was said: at another it says nothing any longer. */
    @Column(name = "placement_version")
    private long placementVersion;

    @Embedded
    private HubName hub;

    @Enumerated(EnumType.STRING)
    private AssignmentReason reason;

    @Enumerated(EnumType.STRING)
    private Concern concern;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "proposed_at"))
    @AttributeOverride(name = "by.person", column = @Column(name = "proposed_by"))
    @AttributeOverride(name = "by.organisation", column = @Column(name = "proposed_for"))
    private Signature proposed;

    protected Assignment() {}

    /**
     * What is asked for.
     *
     * @param id of the assignment that it makes
     */
    public record Order(UUID id, String hub, AssignmentReason reason) {}

    Assignment(Order order, Placement placement, HubName hub, Concern concern, Signature signed) {
        this.id = order.id();
        this.referralId = placement.referralId();
        this.routing = placement.lastNumber();
        this.placementVersion = placement.version();
        this.hub = hub;
        this.reason = order.reason();
        this.concern = concern;
        this.proposed = signed;
    }

    /** What needs a second person is not confirmed by the first. */
    public boolean mayBeConfirmedBy(Coordinator person) {
        return !person.person().equals(proposed.by().person());
    }

    /** Whether the placement still stands as it stood when this was said, and nobody is asked. */
    boolean isTimely(PlacementState state, long version) {
        return state == PlacementState.ESCALATED && version == placementVersion;
    }

    /** As an offer says that it was made by hand. */
    PlacementEvent.Assigned by(Coordinator last) {
        return new PlacementEvent.Assigned(reason, last.asHeard());
    }

    public UUID id() {
        return id;
    }

    public UUID referralId() {
        return referralId;
    }

    public int routing() {
        return routing;
    }

    public HubName hub() {
        return hub;
    }

    public AssignmentReason reason() {
        return reason;
    }

    /** Why a second person has to agree; empty where nobody has. */
    public Optional<Concern> concern() {
        return Optional.ofNullable(concern);
    }

    public Signature proposed() {
        return proposed;
    }
}
