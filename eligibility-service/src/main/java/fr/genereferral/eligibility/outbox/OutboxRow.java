package fr.genereferral.eligibility.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event on its way out, in the column names that Debezium's outbox event router reads. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    private UUID id;

    private String aggregatetype;
    private String aggregateid;
    private String type;
    private String source;
    private String time;
    private String specversion;
    private String datacontenttype;
    private long sequence;
    private String payload;

    protected OutboxRow() {}

    OutboxRow(UUID id, String aggregateId, String type, long sequence, Instant time, String payload) {
        this.id = id;
        this.aggregatetype = "eligibility";
        this.aggregateid = aggregateId;
        this.type = type;
        this.source = "/eligibility-service";
        this.time = time.toString();
        this.specversion = "1.0";
        this.datacontenttype = "application/json";
        this.sequence = sequence;
        this.payload = payload;
    }
}
