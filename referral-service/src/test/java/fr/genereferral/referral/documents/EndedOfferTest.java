package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.AttachedDocuments;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.web.Roles;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hub whose offer ends while it reads. */
@ServiceTest
class EndedOfferTest {
    private static final String HUB = "130804297";

    @Inject
    AttachedDocuments documents;

    @Test
    void isAnsweredAsIfThereWereNoneAndNotAsIfItWereAltered() {
        var referral = Attached.begun();
        var document = UUID.fromString(referral.attached(Files.pdf(2 * Receiving.PIECE)));
        referral.journey().offered();
        var id = UUID.fromString(referral.journey().id());
        var hub = new Access(
                new Actor("a-clinician", HUB, Roles.HUB_CLINICIAN), Rights.of(HUB), "READ_DOCUMENT", "127.0.0.1");

        var refused = assertThrows(
                Refused.class,
                () -> Waiting.on(() -> documents.open(id, document, (meta, number, piece) -> endOffer(id), hub)));

        assertEquals("REFERRAL_NOT_FOUND", refused.code());
    }

    private static void endOffer(UUID referral) {
        try (var superuser = Rows.asSuperuser("referral")) {
            superuser.run("update referral_access set until = now() where referral_id = '" + referral
                    + "' and organisation = '" + HUB + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
