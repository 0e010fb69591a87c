package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An entry of the directory seems to be wrong: somebody has to look. It says so in codes, never in words. */
@Entity
@Table(name = "directory_anomaly")
public class DirectoryAnomaly {
    @Id
    private UUID id;

    /** The offer that was declined; null for what somebody reports. */
    @Column(name = "offer_id")
    private UUID offerId;

    @Column(name = "hub_id")
    private String hub;

    private String therapy;

    @Enumerated(EnumType.STRING)
    private AnomalyReason reason;

    @Enumerated(EnumType.STRING)
    private HubField field;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "reported_by")
    private String reportedBy;

    @Column(name = "reported_for")
    private String reportedFor;

    /**
     * What is reported.
     *
     * @param therapy null when it is about no therapy
     * @param field null when it is about no field
     */
    public record Report(String hub, String therapy, AnomalyReason reason, HubField field) {}

    /** A person and the organisation that the person works for. */
    public record Reporter(String person, String organisation) {}

    protected DirectoryAnomaly() {}

    private DirectoryAnomaly(UUID id, Report report, Instant openedAt) {
        this.id = id;
        this.hub = report.hub();
        this.therapy = report.therapy();
        this.reason = report.reason();
        this.field = report.field();
        this.openedAt = openedAt;
    }

    public static DirectoryAnomaly reported(UUID id, Report report, Reporter by, Instant at) {
        var anomaly = new DirectoryAnomaly(id, report, at);
        anomaly.reportedBy = by.person();
        anomaly.reportedFor = by.organisation();
        return anomaly;
    }

    /** A hub declines because it has lost what the directory says it has. */
    static DirectoryAnomaly saidIn(UUID id, Offer declined, Instant at) {
        var report = new Report(declined.hub().id(), declined.therapy(), AnomalyReason.CAPABILITY_LOST, null);
        var anomaly = new DirectoryAnomaly(id, report, at);
        anomaly.offerId = declined.id();
        return anomaly;
    }

    public UUID id() {
        return id;
    }

    public UUID offerId() {
        return offerId;
    }

    public Report report() {
        return new Report(hub, therapy, reason, field);
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** Null for what a hub has said in a decline. */
    public String reportedFor() {
        return reportedFor;
    }
}
