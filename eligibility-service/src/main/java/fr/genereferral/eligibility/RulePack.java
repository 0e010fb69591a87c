package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules for one therapy, as data.
 *
 * @param order place in the catalogue
 * @param demand the therapy's genes by HGNC id, and which alleles of them must be affected
 * @param genesComplete no other gene than these leads to the disease
 * @param contextGenes genes that a report may name beside them and that do not make it another disease
 * @param routing whether a hub is needed
 * @param authorised whether there is a European authorisation to judge against
 * @param access when the product can be had, by date, earliest first
 */
public record RulePack(
        String therapy,
        int version,
        int order,
        Bilingual name,
        String inn,
        String brand,
        Bilingual modality,
        List<String> diseases,
        GeneticDemand demand,
        boolean genesComplete,
        List<String> contextGenes,
        Routing routing,
        boolean authorised,
        List<Access> access,
        List<Bilingual> notices,
        List<Criterion> criteria) {

    public enum Routing {
        HUB,
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whether a patient in France can get the product, from a day on, and why not. */
    public record Access(LocalDate from, boolean open, Bilingual reason) {}

    public Access accessOn(LocalDate day) {
        var inForce = access.get(0);
        for (var later : access) {
            inForce = later.from().isAfter(day) ? inForce : later;
        }
        return inForce;
    }

    boolean concernsDisease(Dossier dossier) {
        return diseases.contains(dossier.disease().orpha());
    }

    public List<String> genes() {
        return demand.genes();
    }

    /** Where nothing is reported, or other genes lead to the disease as well, nothing speaks against the therapy's. */
    Truth concernsGene(Set<String> reported) {
        if (!Collections.disjoint(genes(), reported)) {
            return Truth.TRUE;
        }
        return reported.isEmpty() || !genesComplete ? Truth.UNKNOWN : Truth.FALSE;
    }

    /** Of the dossier's genes those that are more than context, in a stable order. */
    Set<String> reportedGenes(Dossier dossier) {
        var genes = new TreeSet<String>();
        dossier.genetics().variants().forEach(variant -> genes.add(variant.gene()));
        for (var count : dossier.genetics().copyNumbers()) {
            if (count.isCounted()) {
                genes.add(count.gene());
            }
        }
        contextGenes.forEach(genes::remove);
        return genes;
    }
}
