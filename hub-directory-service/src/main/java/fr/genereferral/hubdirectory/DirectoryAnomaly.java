package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A hub says that it has lost what the directory says it has: somebody has to look. */
@Entity
@Table(name = "directory_anomaly")
public class DirectoryAnomaly {
    /** The offer that was declined. */
    @Id
    @Column(name = "offer_id")
    private UUID offerId;

    @Column(name = "hub_id")
    private String hub;

    private String therapy;

    @Column(name = "opened_at")
    private Instant openedAt;

    protected DirectoryAnomaly() {}

    DirectoryAnomaly(UUID offerId, String hub, String therapy, Instant openedAt) {
        this.offerId = offerId;
        this.hub = hub;
        this.therapy = therapy;
        this.openedAt = openedAt;
    }

    public String hub() {
        return hub;
    }

    public String therapy() {
        return therapy;
    }
}
