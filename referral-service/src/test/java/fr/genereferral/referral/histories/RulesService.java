package fr.genereferral.referral.histories;

import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.Verdict;
import fr.genereferral.referral.Verdict.Outcome;
import fr.genereferral.referral.Verdicts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * eligibility-service as others know it: it judges each version of a dossier that it hears of, and again when a rule, a day or a
 * reclassified variant comes; always the newest version that it has heard. It lets go of what has ended, and holds it again where
 * a dossier comes once more.
 */
final class RulesService {
    static final List<String> THERAPIES = List.of("ONA-IV", "UPS");
    static final List<String> CRITERIA = THERAPIES.stream()
            .flatMap(therapy -> Stream.of(therapy + ".1", therapy + ".2", therapy + ".3"))
            .toList();
    private static final List<String> BY_ITSELF = List.of("RULES", "TIME", "RECLASSIFICATION");
    private static final Document EXPLAINED = new Document(new byte[] {0x78, 1});
    private static final int DAYS = 20;

    private int dossierVersion;
    private long judged;

    /**
     * What it finds is chance: nothing in this model depends on what a dossier says.
     *
     * @return null when it is no news for the rules
     */
    Assessment hear(ReferralEvent event, Random chance, Instant now) {
        if (event instanceof ReferralEvent.ReferralSubmitted sent) {
            dossierVersion = sent.dossierVersion();
            return judge("SUBMITTED", chance, now);
        }
        if (event instanceof ReferralEvent.DossierChanged changed) {
            dossierVersion = changed.dossierVersion();
            return judge("FACTS", chance, now);
        }
        if (event instanceof ReferralEvent.ReferralClosed) {
            dossierVersion = 0;
        }
        return null;
    }

    boolean knowsSomething() {
        return dossierVersion > 0;
    }

    /** A rule, a day or a reclassified variant has come. */
    Assessment judgeAgain(Random chance, Instant now) {
        return judge(BY_ITSELF.get(chance.nextInt(BY_ITSELF.size())), chance, now);
    }

    private Assessment judge(String cause, Random chance, Instant now) {
        var on = Paris.dayOf(now);
        var verdicts =
                THERAPIES.stream().map(therapy -> verdict(therapy, chance, on)).toList();
        return new Assessment(new UUID(1, ++judged), dossierVersion, cause, on, now, EXPLAINED, new Verdicts(verdicts));
    }

    private static Verdict verdict(String therapy, Random chance, LocalDate on) {
        var outcome = chance.nextBoolean() ? Outcome.ELIGIBLE : any(Outcome.values(), chance);
        var criterion = therapy + "." + (1 + chance.nextInt(3));
        var expected = chance.nextBoolean() ? null : on.plusDays(chance.nextInt(DAYS));
        return new Verdict(
                therapy,
                1,
                true,
                true,
                outcome,
                outcome,
                outcome == Outcome.NOT_ELIGIBLE ? List.of(criterion) : List.of(),
                outcome == Outcome.DEFERRED ? List.of(criterion) : List.of(),
                outcome == Outcome.NEEDS_INFO ? List.of(new Verdict.Missing(criterion, expected)) : List.of(),
                List.of(),
                outcome == Outcome.DEFERRED ? expected : null,
                outcome == Outcome.NOT_ELIGIBLE ? expected : null,
                outcome == Outcome.ELIGIBLE ? expected : null);
    }

    private static <T> T any(T[] all, Random chance) {
        return all[chance.nextInt(all.length)];
    }
}
