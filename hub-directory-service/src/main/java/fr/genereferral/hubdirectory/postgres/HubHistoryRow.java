package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.FieldChange;
import fr.genereferral.hubdirectory.HubChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One change of an entry, written once. */
@Entity
@Table(name = "hub_history")
@IdClass(HubHistoryRow.Place.class)
class HubHistoryRow {
    /** The version is the hub's. */
    record Place(String hub, long version) implements Serializable {}

    @Id
    @Column(name = "hub_id")
    private String hub;

    @Id
    private long version;

    @Enumerated(EnumType.STRING)
    private HubChanged.Change change;

    private String therapy;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    private String fields;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    protected HubHistoryRow() {}

    HubHistoryRow(EntryChange entry) {
        var event = entry.event();
        this.hub = event.hub();
        this.version = event.sequence();
        this.change = event.change();
        this.therapy = event.therapy();
        this.effectiveOn = event.effectiveOn();
        this.fields = JsonColumn.write(entry.fields());
        this.recordedAt = entry.hand().at();
        this.recordedBy = entry.hand().by();
    }

    EntryChange entry() {
        var changes = List.of(JsonColumn.read(fields, FieldChange[].class));
        var names = changes.stream().map(FieldChange::field).distinct().toList();
        var event = new HubChanged(hub, version, change, therapy, effectiveOn, names);
        return new EntryChange(event, changes, new EntryChange.Hand(recordedBy, recordedAt));
    }
}
