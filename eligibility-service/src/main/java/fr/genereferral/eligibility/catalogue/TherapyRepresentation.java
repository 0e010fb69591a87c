package fr.genereferral.eligibility.catalogue;

import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.RulePack;
import java.time.LocalDate;
import java.util.List;

/** A therapy in the catalogue. */
record TherapyRepresentation(
        String id,
        Bilingual name,
        String inn,
        String brand,
        Bilingual modality,
        List<String> diseases,
        List<String> genes,
        String routing,
        int order,
        String availability) {

    static TherapyRepresentation from(RulePack pack, LocalDate day) {
        return new TherapyRepresentation(
                pack.therapy(),
                pack.name(),
                pack.inn(),
                pack.brand(),
                pack.modality(),
                pack.diseases(),
                pack.genes(),
                pack.routing().toString(),
                pack.order(),
                pack.accessOn(day).open() ? "OPEN" : "CLOSED");
    }
}
