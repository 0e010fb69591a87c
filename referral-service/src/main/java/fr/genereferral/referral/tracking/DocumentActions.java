package fr.genereferral.referral.tracking;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocuments;
import fr.genereferral.referral.HeldDocuments;
import fr.genereferral.referral.tracking.ActionsRepresentation.Action;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.CodeCatalogue.Kind;
import fr.genereferral.referral.web.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the caller may do now with the documents of a referral, beside listing them. */
@ApplicationScoped
class DocumentActions {
    private final AttachedDocuments documents;
    private final CodeCatalogue codes;
    private final CurrentUser user;

    DocumentActions(AttachedDocuments documents, CodeCatalogue codes, CurrentUser user) {
        this.documents = documents;
        this.codes = codes;
        this.user = user;
    }

    /** @param opens whether what is kept can be opened and sealed now */
    Uni<List<Action>> of(UUID referral, boolean opens, Access access) {
        if (!user.mayReadIdentity()) {
            return Uni.createFrom().item(List.of());
        }
        return documents
                .beside(referral, access)
                .map(held -> actions(held, opens, access.by().organisation()));
    }

    private List<Action> actions(HeldDocuments held, boolean opens, String organisation) {
        var base = "/v1/referrals/" + held.referral().id() + "/documents";
        var items = new ArrayList<Action>();
        held.all().stream()
                .filter(document -> opens && document.kept())
                .forEach(document -> items.add(new Action("READ_DOCUMENT", "GET", at(base, document), Map.of())));
        if (!user.isReferrer()) {
            return items;
        }
        if (opens && held.mayAttach(organisation)) {
            items.add(new Action("ATTACH_DOCUMENT", "POST", base, Map.of()));
        }
        var needs = Map.of("reason", codes.of(Kind.DOCUMENT_REMOVAL));
        held.removable(organisation)
                .forEach(document ->
                        items.add(new Action("REMOVE_DOCUMENT", "POST", at(base, document) + "/removal", needs)));
        return items;
    }

    private static String at(String base, AttachedDocument document) {
        return base + "/" + document.id();
    }
}
