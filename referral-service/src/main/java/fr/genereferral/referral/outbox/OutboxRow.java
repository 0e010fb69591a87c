package fr.genereferral.referral.outbox;

import fr.genereferral.referral.postgres.bulk.BulkInsert;
import java.time.Instant;
import java.util.UUID;

/** One event on its way out. */
record OutboxRow(UUID id, String aggregateId, String type, long sequence, Instant time, String payload) {
    /** In the column names that Debezium's outbox event router reads. */
    static final BulkInsert<OutboxRow> INSERT = BulkInsert.<OutboxRow>into("outbox")
            .uuid("id", OutboxRow::id)
            .text("aggregatetype", row -> "referral")
            .text("aggregateid", OutboxRow::aggregateId)
            .text("type", OutboxRow::type)
            .text("source", row -> "/referral-service")
            .text("time", row -> row.time().toString())
            .text("specversion", row -> "1.0")
            .text("datacontenttype", row -> "application/json")
            .bigint("sequence", OutboxRow::sequence)
            .text("payload", OutboxRow::payload);
}
