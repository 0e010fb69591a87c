package fr.genereferral.referral.identity;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Opens a patient's identity for somebody who may see the referral. */
@ApplicationScoped
class OpeningIdentity {
    private static final Logger LOG = Logger.getLogger(OpeningIdentity.class);

    private final ReferralRecords records;
    private final IdentityKeys keys;

    OpeningIdentity(ReferralRecords records, IdentityKeys keys) {
        this.records = records;
        this.keys = keys;
    }

    /**
     * @return field name to JSON value; all of them or none: what does not open where it stands is a failure
     *     {@code IDENTITY_ALTERED}, logged and audited, and the rest of such an identity is not trusted either
     */
    Uni<Map<String, String>> open(UUID id, Access access) {
        return records.identity(id, access)
                .chain(kept -> keys.of(id).map(seal -> opened(kept, seal)))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> refuse(altered, access));
    }

    private static Map<String, String> opened(Map<String, byte[]> kept, IdentitySeal seal) {
        Map<String, String> opened = new TreeMap<>();
        kept.forEach((field, bytes) -> opened.put(field, new String(seal.open(field, bytes), StandardCharsets.UTF_8)));
        return opened;
    }

    private Uni<Map<String, String>> refuse(IdentityAltered altered, Access access) {
        LOG.errorf(
                "Identity altered: referralId=%s field=%s; it does not open where it stands",
                altered.referralId(), altered.field());
        return records.note(altered.referralId(), access.doing("IDENTITY_ALTERED"))
                .chain(() -> Uni.createFrom().failure(Refused.because("IDENTITY_ALTERED")));
    }
}
