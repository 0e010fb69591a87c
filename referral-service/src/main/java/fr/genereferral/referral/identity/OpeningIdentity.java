package fr.genereferral.referral.identity;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.ReferralRecords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Opens a patient's identity for somebody who may see the referral. */
@ApplicationScoped
class OpeningIdentity {
    private final ReferralRecords records;
    private final IdentityKeys keys;

    OpeningIdentity(ReferralRecords records, IdentityKeys keys) {
        this.records = records;
        this.keys = keys;
    }

    /** @return field name to JSON value */
    Uni<Map<String, String>> open(UUID id, Access access) {
        return records.identity(id, access).chain(kept -> keys.of(id).map(seal -> {
            Map<String, String> opened = new TreeMap<>();
            kept.forEach(
                    (field, bytes) -> opened.put(field, new String(seal.open(field, bytes), StandardCharsets.UTF_8)));
            return opened;
        }));
    }
}
