package fr.genereferral.bench.rules.question;

import fr.genereferral.eligibility.Dossier;
import java.time.LocalDate;
import java.util.List;

/** A dossier to judge on a day; no therapy sought means whatever concerns it. */
public record Question(Dossier dossier, List<String> sought, LocalDate on) {
    public String orpha() {
        return dossier.disease().orpha();
    }

    public LocalDate birth() {
        return dossier.birthDate();
    }

    /** Only a part of the gene was looked at. */
    public boolean partial() {
        var analysis = dossier.genetics().analysis();
        return analysis != null && "partial".equals(analysis.scope());
    }
}
