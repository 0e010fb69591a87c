package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.AccreditationEnd;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.HubNews;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes many changed hubs with a statement a table, whatever their number. */
final class BulkRows {
    private static final String HUBS = """
            insert into hub as h (id, name, city, kind, open, finess_ej, sites, filieres, languages, phone, email,
                secure_email, opening, version)
            select id, name, city, kind, open, finess_ej, sites, filieres, languages, phone, email, secure_email, opening,
                version
            from json_populate_recordset(cast(null as hub), cast(cast(:rows as text) as json))
            on conflict (id) do update set name = excluded.name, city = excluded.city, open = excluded.open,
                finess_ej = excluded.finess_ej, sites = excluded.sites, filieres = excluded.filieres,
                languages = excluded.languages, phone = excluded.phone, email = excluded.email,
                secure_email = excluded.secure_email, opening = excluded.opening, version = excluded.version
            """;
    private static final String ACCREDITATIONS = """
            insert into accreditation (id, hub_id, therapy, from_age_years, under_age_years, from_weight_kg, to_weight_kg,
                valid_from, ends_on, illustrative, source, recorded_at, recorded_by, end_reason, end_recorded_at,
                end_recorded_by)
            select id, hub_id, therapy, from_age_years, under_age_years, from_weight_kg, to_weight_kg, valid_from, ends_on,
                illustrative, source, recorded_at, recorded_by, end_reason, end_recorded_at, end_recorded_by
            from json_populate_recordset(cast(null as accreditation), cast(cast(:rows as text) as json))
            on conflict (id) do update set ends_on = excluded.ends_on, end_reason = excluded.end_reason,
                end_recorded_at = excluded.end_recorded_at, end_recorded_by = excluded.end_recorded_by
            """;
    private static final String ENDS = """
            insert into accreditation_end (id, accreditation_id, ends_on, reason, recorded_at, recorded_by)
            select id, accreditation_id, ends_on, reason, recorded_at, recorded_by
            from json_populate_recordset(cast(null as accreditation_end), cast(cast(:rows as text) as json))
            """;
    private static final String HISTORY = """
            insert into hub_history (hub_id, version, change, therapy, effective_on, fields, recorded_at, recorded_by)
            select hub_id, version, change, therapy, effective_on, fields, recorded_at, recorded_by
            from json_populate_recordset(cast(null as hub_history), cast(cast(:rows as text) as json))
            """;

    private final List<Map<String, Object>> hubs = new ArrayList<>();
    private final List<Map<String, Object>> accreditations = new ArrayList<>();
    private final List<Map<String, Object>> ends = new ArrayList<>();
    private final List<Map<String, Object>> history = new ArrayList<>();

    /** @param news what has happened to the hub */
    void add(Hub hub, HubNews news) {
        hubs.add(row(hub));
        var touched = new LinkedHashSet<UUID>();
        news.granted().forEach(granted -> touched.add(granted.id()));
        news.ends().forEach(end -> touched.add(end.accreditation()));
        hub.accreditations().stream()
                .filter(a -> touched.contains(a.id()))
                .forEach(a -> accreditations.add(row(hub.id(), a)));
        news.ends().forEach(end -> ends.add(row(end)));
        news.changes().forEach(change -> history.add(row(change)));
    }

    Uni<Void> write(Mutiny.Session session) {
        return write(session, HUBS, hubs)
                .chain(() -> write(session, ACCREDITATIONS, accreditations))
                .chain(() -> write(session, ENDS, ends))
                .chain(() -> write(session, HISTORY, history));
    }

    /** @param sql takes them as JSON, under {@code :rows} */
    static Uni<Void> write(Mutiny.Session session, String sql, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(sql)
                .setParameter("rows", JsonColumn.write(rows))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Map<String, Object> row(Hub hub) {
        var row = new LinkedHashMap<String, Object>();
        hub.values().forEach((field, value) -> row.put(field.column(), value));
        row.put("id", hub.id());
        row.put("version", hub.version());
        return row;
    }

    private static Map<String, Object> row(String hub, Accreditation accreditation) {
        var band = accreditation.band();
        var row = new LinkedHashMap<String, Object>();
        row.put("id", accreditation.id());
        row.put("hub_id", hub);
        row.put("therapy", accreditation.therapy());
        row.put("from_age_years", band.fromAgeYears());
        row.put("under_age_years", band.underAgeYears());
        row.put("from_weight_kg", band.fromWeightKg());
        row.put("to_weight_kg", band.toWeightKg());
        row.put("valid_from", accreditation.validFrom());
        row.put("ends_on", accreditation.endsOn());
        row.put("illustrative", accreditation.illustrative());
        row.put("source", accreditation.source());
        row.put("recorded_at", accreditation.recordedAt());
        row.put("recorded_by", accreditation.recordedBy());
        row.put("end_reason", accreditation.endReason());
        row.put("end_recorded_at", accreditation.endRecordedAt());
        row.put("end_recorded_by", accreditation.endRecordedBy());
        return row;
    }

    private static Map<String, Object> row(AccreditationEnd end) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", end.id());
        row.put("accreditation_id", end.accreditation());
        row.put("ends_on", end.endsOn());
        row.put("reason", end.reason());
        row.put("recorded_at", end.recordedAt());
        row.put("recorded_by", end.recordedBy());
        return row;
    }

    private static Map<String, Object> row(EntryChange change) {
        var event = change.event();
        var row = new LinkedHashMap<String, Object>();
        row.put("hub_id", event.hub());
        row.put("version", event.sequence());
        row.put("change", event.change());
        row.put("therapy", event.therapy());
        row.put("effective_on", event.effectiveOn());
        row.put("fields", JsonColumn.write(change.fields()));
        row.put("recorded_at", change.hand().at());
        row.put("recorded_by", change.hand().by());
        return row;
    }
}
