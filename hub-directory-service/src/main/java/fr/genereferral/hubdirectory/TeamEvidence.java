package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** That a team is trained for what a hub is accredited for: since when, until when, and who says so. */
@Entity
@Table(name = "team_evidence")
public class TeamEvidence {
    @Id
    private UUID id;

    @Column(name = "accreditation_id")
    private UUID accreditation;

    private LocalDate since;

    /** The first day without it; null while none is known. */
    private LocalDate until;

    private String source;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    /** What is attested. */
    public record Attested(LocalDate since, LocalDate until, String source) {}

    protected TeamEvidence() {}

    public TeamEvidence(UUID id, UUID accreditation, Attested attested, EntryChange.Hand hand) {
        this.id = id;
        this.accreditation = accreditation;
        this.since = attested.since();
        this.until = attested.until();
        this.source = attested.source();
        this.recordedBy = hand.by();
        this.recordedAt = hand.at();
    }

    List<FieldChange> fields() {
        var values = new LinkedHashMap<String, Object>();
        values.put("trainedTeamSince", since);
        values.put("trainedTeamUntil", until);
        values.put("trainedTeamSource", source);
        return FieldChange.first(values);
    }

    public UUID accreditation() {
        return accreditation;
    }

    public UUID id() {
        return id;
    }

    public LocalDate since() {
        return since;
    }

    public LocalDate until() {
        return until;
    }

    public String source() {
        return source;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
