package fr.genereferral.referral.documents;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocuments;
import fr.genereferral.referral.HeldDocuments;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.ReferralRecords;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** What is attached to a referral, with the names of the files for those who may know whom it is of. */
@ApplicationScoped
class ListingDocuments {
    private static final Logger LOG = Logger.getLogger(ListingDocuments.class);
    private static final Function<AttachedDocument, String> NO_NAME = document -> null;

    private final AttachedDocuments documents;
    private final IdentityKeys keys;
    private final ReferralRecords records;

    ListingDocuments(AttachedDocuments documents, IdentityKeys keys, ReferralRecords records) {
        this.documents = documents;
        this.keys = keys;
        this.records = records;
    }

    /** @param named whether this reader may know the names: they may be a child's */
    Uni<DocumentsRepresentation> list(UUID referral, boolean named, Access access) {
        return documents
                .of(referral, access)
                .chain(held -> named && !held.all().isEmpty()
                        ? withNames(referral, held)
                        : Uni.createFrom().item(represented(held, named, NO_NAME)))
                .onFailure(IdentityAltered.class)
                .recoverWithUni(altered -> refuse(altered, access));
    }

    /** With the key the names are gone, and the contents too; that there was something stays. */
    private Uni<DocumentsRepresentation> withNames(UUID referral, HeldDocuments held) {
        return keys.kept(referral)
                .chain(kept -> kept
                        ? keys.of(referral)
                                .map(seal -> represented(held, true, document -> Details.of(document, seal)
                                        .name()))
                        : Uni.createFrom().item(represented(held, false, NO_NAME)));
    }

    private static DocumentsRepresentation represented(
            HeldDocuments held, boolean opens, Function<AttachedDocument, String> names) {
        return new DocumentsRepresentation(held.all().stream()
                .map(document -> DocumentRepresentation.from(document, names.apply(document), opens))
                .toList());
    }

    private Uni<DocumentsRepresentation> refuse(IdentityAltered altered, Access access) {
        LOG.errorf(
                "Document altered: referralId=%s field=%s; it does not open where it stands",
                altered.referralId(), altered.field());
        return records.note(altered.referralId(), access.doing("IDENTITY_ALTERED"))
                .chain(() -> Uni.createFrom().failure(Refused.because("IDENTITY_ALTERED")));
    }
}
