package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Draft;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** A draft as it is kept: what it says and whom it is of, each sealed on its own. Saved over and over in one row. */
record DraftRow(UUID referralId, String organisation, int version, byte[] content, byte[] identity, Instant savedAt) {
    private static final String CONTENT = "draft";
    private static final String IDENTITY = "draft-identity";

    static final BulkInsert<DraftRow> INSERT = BulkInsert.<DraftRow>into("draft")
            .uuid("referral_id", DraftRow::referralId)
            .text("organisation", DraftRow::organisation)
            .integer("version", DraftRow::version)
            .bytes("content", DraftRow::content)
            .bytes("identity", DraftRow::identity)
            .instant("saved_at", DraftRow::savedAt);

    private static final String FIND =
            "select referral_id, organisation, version, content, identity, saved_at from draft where referral_id = $1";

    private static final String REPLACE = "update draft set version = version + 1, content = $3, identity = $4,"
            + " saved_at = $5 where referral_id = $1 and version = coalesce($2::int, version) returning version";

    static DraftRow sealed(Referral referral, int version, Draft.Written written, IdentitySeal seal, Instant at) {
        return new DraftRow(
                referral.id(),
                referral.organisation(),
                version,
                sealed(CONTENT, written.content(), seal),
                sealed(IDENTITY, written.identity(), seal),
                at);
    }

    private static byte[] sealed(String field, String plain, IdentitySeal seal) {
        return seal.seal(field, plain.getBytes(StandardCharsets.UTF_8));
    }

    static Uni<Optional<DraftRow>> find(SqlClient client, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    private static DraftRow of(Row row) {
        return new DraftRow(
                row.getUUID("referral_id"),
                row.getString("organisation"),
                row.getInteger("version"),
                row.getBuffer("content").getBytes(),
                row.getBuffer("identity").getBytes(),
                row.getOffsetDateTime("saved_at").toInstant());
    }

    /** @return what is kept now; empty when the version, if one is named, was no longer the one that is kept */
    static Uni<Optional<Draft>> replace(
            SqlClient client, UUID id, Integer version, Draft.Written written, IdentitySeal seal, Instant at) {
        var values = Tuple.tuple()
                .addUUID(id)
                .addInteger(version)
                .addValue(Buffer.buffer(sealed(CONTENT, written.content(), seal)))
                .addValue(Buffer.buffer(sealed(IDENTITY, written.identity(), seal)))
                .addValue(column(at));
        return client.preparedQuery(REPLACE)
                .execute(values)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Draft(rows.iterator().next().getInteger("version"), written.content(), at)));
    }

    /** @return whether this version was still the one that is kept */
    static Uni<Boolean> forget(SqlClient client, UUID id, int version) {
        return client.preparedQuery("delete from draft where referral_id = $1 and version = $2")
                .execute(Tuple.of(id, version))
                .map(rows -> rows.rowCount() == 1);
    }

    static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    Draft draft(IdentitySeal seal) {
        return new Draft(version, opened(CONTENT, content, seal), savedAt);
    }

    String identity(IdentitySeal seal) {
        return opened(IDENTITY, identity, seal);
    }

    private static String opened(String field, byte[] sealed, IdentitySeal seal) {
        return new String(seal.open(field, sealed), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DraftRow[" + referralId + "]";
    }
}
