package fr.genereferral.referral.identity;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Drafts;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.web.StrictJson;
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
    private final Drafts drafts;

    OpeningIdentity(ReferralRecords records, IdentityKeys keys, Drafts drafts) {
        this.records = records;
        this.keys = keys;
        this.drafts = drafts;
    }

    /**
     * @return field name to JSON value; all of them or none: what does not open where it stands is a failure
     *     {@code IDENTITY_ALTERED}, logged and audited, and the rest of such an identity is not trusted either
     */
    Uni<Map<String, String>> open(UUID id, Access access) {
        return records.identity(id, access)
                .chain(kept ->
                        kept.isEmpty() ? drafted(id, access) : keys.of(id).map(seal -> opened(kept, seal)))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> records.refuse(altered, access));
    }

    /** What has not been sent has no identity yet but the one that is being written. */
    private Uni<Map<String, String>> drafted(UUID id, Access access) {
        return drafts.identity(id, access).map(written -> {
            Map<String, String> fields = new TreeMap<>();
            written.map(json -> StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)))
                    .ifPresent(identity -> identity.properties()
                            .forEach(field ->
                                    fields.put(field.getKey(), field.getValue().toString())));
            return fields;
        });
    }

    private static Map<String, String> opened(Map<String, byte[]> kept, IdentitySeal seal) {
        Map<String, String> opened = new TreeMap<>();
        kept.forEach((field, bytes) -> opened.put(field, new String(seal.open(field, bytes), StandardCharsets.UTF_8)));
        return opened;
    }
}
