package fr.genereferral.referral.documents;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocuments;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Opens a document for somebody who may see the referral: the whole of it is tried before anything of it is shown. On a thread
 * that may wait.
 */
@ApplicationScoped
class OpeningDocument {
    private static final Logger LOG = Logger.getLogger(OpeningDocument.class);

    private final AttachedDocuments documents;
    private final IdentityKeys keys;
    private final ReferralRecords records;
    private final Slots slots;

    OpeningDocument(AttachedDocuments documents, IdentityKeys keys, ReferralRecords records, Slots slots) {
        this.documents = documents;
        this.keys = keys;
        this.records = records;
        this.slots = slots;
    }

    /** @return to be closed by who has read it */
    OpenDocument open(UUID referral, UUID document, Access access) {
        return slots.take(access.by().organisation(), slot -> spooled(referral, document, access)
                .holding(slot));
    }

    private OpenDocument spooled(UUID referral, UUID document, Access access) {
        var spool = Spool.open();
        try {
            return opened(referral, document, access, seal(referral, access), spool);
        } catch (IdentityAltered e) {
            spool.close();
            throw altered(e, access);
        } catch (RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    /** Whether there is a key is known to those alone who may see the referral: who may not fails on as if there were one. */
    private IdentitySeal seal(UUID referral, Access access) {
        var known = Waiting.on(() -> keys.ofAll(List.of(referral)));
        var seal = known.getOrDefault(referral, Optional.empty());
        if (seal.isPresent()) {
            return seal.get();
        }
        Waiting.on(() -> records.note(referral, access));
        throw known.containsKey(referral) ? new IdentityAltered(referral, "key") : Refused.because("IDENTITY_ERASED");
    }

    private OpenDocument opened(UUID referral, UUID document, Access access, IdentitySeal seal, Spool spool) {
        var sha = Receiving.sha256();
        var tried = new Tried();
        var found = Waiting.on(() -> documents.open(
                referral,
                document,
                (meta, number, piece) -> {
                    var plain = seal.open(AttachedDocument.place(document, number, number == meta.chunks() - 1), piece);
                    sha.update(plain);
                    tried.size += plain.length;
                    spool.add(piece);
                },
                access));
        var details = Details.of(found, seal);
        if (tried.size != found.size()
                || !details.sha256().equals(HexFormat.of().formatHex(sha.digest()))) {
            throw new IdentityAltered(referral, AttachedDocument.place(document));
        }
        return new OpenDocument(found, details, seal, spool, null);
    }

    private static final class Tried {
        private int size;
    }

    private Refused altered(IdentityAltered altered, Access access) {
        LOG.errorf(
                "Document altered: referralId=%s field=%s; it does not open where it stands",
                altered.referralId(), altered.field());
        Waiting.on(() -> records.note(altered.referralId(), access.doing("IDENTITY_ALTERED")));
        return Refused.because("IDENTITY_ALTERED");
    }
}
