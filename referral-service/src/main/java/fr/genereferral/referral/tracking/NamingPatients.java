package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import fr.genereferral.referral.web.ReferralLine;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Names the patients of a hospital's own list; each whom it names leaves an audit row. */
@ApplicationScoped
class NamingPatients {
    private static final Set<String> FIELDS = Set.of("familyName", "usedName", "givenNames", "hospitalFileNumber");
    private static final String NAMES = "names";
    private static final String ERASED = "IDENTITY_ERASED";
    private static final String ALTERED = "IDENTITY_ALTERED";

    private final ReferralRecords records;
    private final IdentityKeys keys;

    NamingPatients(ReferralRecords records, IdentityKeys keys) {
        this.records = records;
        this.keys = keys;
    }

    /** Drafts, and what others have sent to the hospital, which is a hub too, are listed without names. */
    Uni<List<ReferralLine>> name(List<ReferralSummary> lines, Access access) {
        var own = lines.stream()
                .filter(line ->
                        line.isSent() && line.organisation().equals(access.by().organisation()))
                .map(ReferralSummary::id)
                .toList();
        if (own.isEmpty()) {
            return Uni.createFrom()
                    .item(lines.stream()
                            .map(line -> ReferralLine.of(line, access.rights()))
                            .toList());
        }
        return records.identities(own, FIELDS, access)
                .chain(stored -> keys.ofAll(own).map(seals -> new Opened(Set.copyOf(own), stored, seals)))
                .chain(opened -> {
                    var named = lines.stream()
                            .map(line -> opened.line(line, access))
                            .toList();
                    return note(named, access).replaceWith(named);
                });
    }

    /** The incident is recorded as where one identity is read. */
    private Uni<Void> note(List<ReferralLine> lines, Access access) {
        var noted = Uni.createFrom().voidItem();
        for (var line : lines) {
            if (ALTERED.equals(line.patientUnknown())) {
                noted = noted.chain(() -> records.altered(new IdentityAltered(line.id(), NAMES), access));
            }
        }
        return noted;
    }

    /** The sealed fields of a page with what opens them. */
    private record Opened(
            Set<UUID> own, Map<UUID, Map<String, byte[]>> stored, Map<UUID, Optional<IdentitySeal>> seals) {

        ReferralLine line(ReferralSummary summary, Access access) {
            var line = ReferralLine.of(summary, access.rights());
            if (!own.contains(summary.id())) {
                return line;
            }
            var seal = seals.get(summary.id());
            if (seal == null) {
                return line.without(ERASED);
            }
            return seal.flatMap(key -> opened(summary.id(), key))
                    .map(fields -> line.with(ReferralLine.Named.of(fields, summary.birthDate())))
                    .orElseGet(() -> line.without(ALTERED));
        }

        /** All or none: what is altered in one place is trusted in no other. */
        private Optional<Map<String, byte[]>> opened(UUID id, IdentitySeal seal) {
            var fields = new HashMap<String, byte[]>();
            try {
                stored.getOrDefault(id, Map.of()).forEach((field, bytes) -> fields.put(field, seal.open(field, bytes)));
                return Optional.of(fields);
            } catch (IdentityAltered e) {
                return Optional.empty();
            }
        }
    }
}
