package fr.genereferral.referral.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.SettlementReason;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of a patient, each thing with everything that was ever said of it. */
@Schema(name = "Facts")
record FactsRepresentation(List<Item> items) {

    /**
     * @param name unique among the facts of the referral; names it in an address
     * @param conflicting statements contradict each other, and nobody has said yet which one holds
     */
    @Schema(name = "Fact")
    record Item(String kind, String name, boolean conflicting, List<Said> statements, List<Settled> settlements) {}

    /** @param content as it stands in the dossier */
    @Schema(name = "FactStatement")
    record Said(
            int number,
            Fact.Standing standing,
            int dossierVersion,
            Instant at,
            String organisation,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String content) {}

    /** @param holds number of the statement that holds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FactSettlement")
    record Settled(int holds, SettlementReason reason, Instant at, String organisation) {}

    static FactsRepresentation from(DossierHistory kept) {
        return new FactsRepresentation(FactHistory.of(kept).facts().stream()
                .map(FactsRepresentation::item)
                .toList());
    }

    private static Item item(Fact fact) {
        return new Item(
                fact.kind().code(),
                fact.name(),
                fact.isConflicting(),
                fact.statements().stream().map(one -> said(fact, one)).toList(),
                fact.settlements().stream().map(FactsRepresentation::settled).toList());
    }

    private static Said said(Fact fact, Statement one) {
        return new Said(
                one.number(),
                fact.standing(one),
                one.dossierVersion(),
                one.at(),
                one.organisation(),
                one.content().toString());
    }

    private static Settled settled(FactEntry entry) {
        return new Settled(entry.holds(), entry.reason(), entry.at(), entry.by().organisation());
    }
}
