package fr.genereferral.referral.outbox;

import fr.genereferral.referral.postgres.bulk.BulkInsert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event on its way out, in the column names that Debezium's outbox event router reads. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    static final BulkInsert<OutboxRow> INSERT = BulkInsert.<OutboxRow>into("outbox")
            .uuid("id", row -> row.id)
            .text("aggregatetype", row -> row.aggregatetype)
            .text("aggregateid", row -> row.aggregateid)
            .text("type", row -> row.type)
            .text("source", row -> row.source)
            .text("time", row -> row.time)
            .text("specversion", row -> row.specversion)
            .text("datacontenttype", row -> row.datacontenttype)
            .bigint("sequence", row -> row.sequence)
            .text("payload", row -> row.payload);

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
        this.aggregatetype = "referral";
        this.aggregateid = aggregateId;
        this.type = type;
        this.source = "/referral-service";
        this.time = time.toString();
        this.specversion = "1.0";
        this.datacontenttype = "application/json";
        this.sequence = sequence;
        this.payload = payload;
    }
}
