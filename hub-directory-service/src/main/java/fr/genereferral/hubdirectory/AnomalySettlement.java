package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What was done about an anomaly, once. */
@Entity
@Table(name = "anomaly_settlement")
public class AnomalySettlement {
    @Id
    @Column(name = "anomaly_id")
    private UUID anomaly;

    @Enumerated(EnumType.STRING)
    private AnomalyOutcome outcome;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "settled_by")
    private String settledBy;

    @Column(name = "settled_for")
    private String settledFor;

    protected AnomalySettlement() {}

    public AnomalyOutcome outcome() {
        return outcome;
    }

    public Instant settledAt() {
        return settledAt;
    }

    public String settledFor() {
        return settledFor;
    }
}
