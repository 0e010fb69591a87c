package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Assessment.MissingCriterion;
import fr.genereferral.eligibility.Assessment.PackVersion;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.Criterion.Effect;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Judges a dossier under the rules in force, for an evaluation date that the caller names. */
public final class Assessor {
    private final RulesInForce rules;

    public Assessor(RulesInForce rules) {
        this.rules = rules;
    }

    /** @param sought therapies asked for; empty means every open one of the disease that needs a hub */
    public Assessment assess(Dossier stated, List<String> sought, LocalDate on) {
        return assess(stated, sought, on, Outlook::of);
    }

    /**
     * The same verdicts with the same reasons, and nothing of how they go on: neither what is decisive nor any date.
     * So much other engines can be asked as well.
     */
    public Assessment explain(Dossier stated, List<String> sought, LocalDate on) {
        return assess(stated, sought, on, (prepared, evidence, judged) -> Outlook.NOT_ASKED);
    }

    private Assessment assess(Dossier stated, List<String> sought, LocalDate on, Outlook.Look ahead) {
        var dossier = stated.asOf(on);
        var packs = rules.concerning(dossier, sought);
        var evidence = Evidence.on(on, dossier, rules.knowledge().asOf(on));
        return new Assessment(
                on,
                Few.each(packs, pack -> new PackVersion(pack.therapy(), pack.version())),
                evidence.classifications(),
                Few.each(packs, pack -> verdict(rules.prepared(pack), evidence, sought, ahead)));
    }

    /** The variants that the dossier names, so that it is found again when one of them is of another class. */
    public List<String> cited(Dossier stated) {
        return Evidence.on(LocalDate.MAX, stated, rules.knowledge())
                .namedVariants()
                .map(VariantCall::variant)
                .distinct()
                .toList();
    }

    private static TherapyVerdict verdict(
            PreparedPack prepared, Evidence evidence, List<String> sought, Outlook.Look ahead) {
        var pack = prepared.pack();
        var judged = PackJudgement.of(prepared, evidence);
        var outlook = ahead.at(prepared, evidence, judged);
        return new TherapyVerdict(
                pack,
                isSought(pack, evidence, sought, judged.access()),
                judged.fr(),
                judged.amm(),
                judged.access(),
                judged.isHopeful() ? judged.ids(Effect.WARNS) : List.of(),
                Few.each(judged.missing(), criterion -> missing(criterion, evidence.day())),
                outlook.decisive(),
                outlook.dates(),
                judged.criteria());
    }

    private static boolean isSought(RulePack pack, Evidence evidence, List<String> sought, RulePack.Access access) {
        if (!sought.isEmpty()) {
            return sought.contains(pack.therapy());
        }
        return pack.concernsDisease(evidence.dossier()) && access.open() && pack.routing() == RulePack.Routing.HUB;
    }

    private static MissingCriterion missing(JudgedCriterion judged, LocalDate on) {
        var byInput = new TreeMap<Input, Reading>();
        judged.explanation().eachWanting(reading -> byInput.putIfAbsent(reading.input(), reading));
        var inputs = List.copyOf(byInput.values());
        return new MissingCriterion(judged.id(), pendingUntil(judged.criterion(), inputs, on), inputs);
    }

    /** The day by which all of it is there; empty unless all of it is on its way, and may be. */
    private static Optional<LocalDate> pendingUntil(Criterion criterion, List<Reading> wanted, LocalDate on) {
        LocalDate last = null;
        for (var reading : wanted) {
            // What was expected on a day that has passed is not on its way any more.
            var onItsWay = reading.isPending() && !reading.expected().isBefore(on);
            if (!onItsWay
                    || !criterion.pendingAllowed().contains(reading.input().code())) {
                return Optional.empty();
            }
            last = last == null || reading.expected().isAfter(last) ? reading.expected() : last;
        }
        return Optional.ofNullable(last);
    }
}
