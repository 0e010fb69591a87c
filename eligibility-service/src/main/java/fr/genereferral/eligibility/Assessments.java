package fr.genereferral.eligibility;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The assessments that were made, never changed, and the facts that they were made from. */
public interface Assessments {

    /**
     * Stores each assessment, holds its facts and tells the others, in the caller's transaction. One that is already
     * there (same dossier version, packs and date) is left as it is.
     */
    Uni<Void> store(List<StoredAssessment> made);

    /**
     * Hands over dossiers whose day has come, in a transaction in which nobody else works on them.
     *
     * @param today the last day that counts as come
     * @param most so many at once
     * @return how many there were
     */
    Uni<Integer> eachDue(LocalDate today, int most, Function<List<DueDossier>, Uni<Void>> judge);

    /**
     * Hands over dossiers that name a variant of another class than was known when they were judged; as {@link #eachDue}.
     *
     * @param known the number of the last classification that the judge knows of
     */
    Uni<Integer> eachReclassified(long known, int most, Function<List<HeldDossier>, Uni<Void>> judge);

    /**
     * The day of these has not come yet after all. In the caller's transaction.
     *
     * @param known as if they had been judged knowing that classification
     */
    Uni<Void> postpone(Collection<UUID> referrals, LocalDate day, long known);

    /** Holds the facts of these referrals no longer: they have ended. In the caller's transaction. */
    Uni<Void> letGo(Collection<UUID> referrals);

    /** @param day the day that it is judged for, which may lie back when nobody was there on it */
    record DueDossier(HeldDossier dossier, LocalDate day) {}
}
