package fr.genereferral.eligibility.contract;

import static fr.genereferral.eligibility.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the producers publish as examples is understood by the real consumer. */
@ServiceTest
class ConsumedContractTest {
    private static final Path CONSUMED = Path.of("contracts/consumed/referral-service");

    @Test
    void understandsReferralSubmittedChangedAndClosed() throws IOException {
        var example = Files.readString(CONSUMED.resolve("ReferralSubmitted.v1.example.json"));
        var referral = "0193a5c0-7b1e-7c3a-9d52-3f1f0a6b7c11";

        Topics.publish("referral.events", referral, "ReferralSubmitted.v1", 1, example);

        var stored = "select count(*)::text from assessment where referral_id = '" + referral + "'";
        await().untilAsserted(() -> assertEquals(List.of("1"), Books.read(stored)));

        Topics.publish("referral.events", referral, "ReferralMoved.v1", 2, "{}");
        var changed = Files.readString(CONSUMED.resolve("DossierChanged.v1.example.json"));
        Topics.publish("referral.events", referral, "DossierChanged.v1", 3, changed);

        var causes = "select cause from assessment where referral_id = '" + referral + "' order by dossier_version";
        await().untilAsserted(() -> assertEquals(List.of("SUBMITTED", "FACTS"), Books.read(causes)));

        var closed = Files.readString(CONSUMED.resolve("ReferralClosed.v1.example.json"));
        Topics.publish("referral.events", referral, "ReferralClosed.v1", 4, closed);

        var held = "select count(*)::text from held_dossier where referral_id = '" + referral + "'";
        await().untilAsserted(() -> assertEquals(List.of("0"), Books.read(held)));
    }
}
