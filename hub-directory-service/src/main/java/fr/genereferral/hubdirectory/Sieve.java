package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.MatchRun.Candidate;
import fr.genereferral.hubdirectory.MatchRun.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts every hub among those that may be asked or those left out.
 *
 * @param refusals hubs that are not to be asked because of what was said in this placement
 */
record Sieve(
        Scale scale,
        Map<String, ExclusionReason> refusals,
        List<Candidate> able,
        List<Exclusion> excluded,
        List<Evidence.Forgone> forgone) {

    static Sieve of(Scale scale, Map<String, ExclusionReason> refusals) {
        return new Sieve(scale, refusals, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void sift(Hub hub) {
        var request = scale.request();
        var refusal = refusal(hub);
        hub.exclusion(request.asked().therapy(), request.patient(), scale.day())
                .or(() -> refusal)
                .ifPresentOrElse(reason -> leaveOut(hub, reason, refusal), () -> scale.weigh(hub)
                        .ifPresentOrElse(able::add, () -> leaveOut(hub, ExclusionReason.NO_WAY_KNOWN, refusal)));
    }

    private Optional<ExclusionReason> refusal(Hub hub) {
        var wishes = scale.request().background().wishes();
        return Optional.ofNullable(refusals.get(hub.id()))
                .or(() -> wishes.declines(hub.id()) ? Optional.of(ExclusionReason.REFUSED_BY_FAMILY) : Optional.empty())
                .or(() -> scale.rest(hub));
    }

    private void leaveOut(Hub hub, ExclusionReason reason, Optional<ExclusionReason> refusal) {
        excluded.add(new Exclusion(hub.hubName(), reason));
        scale.terms(hub).ifPresent(terms -> forgone.add(new Evidence.Forgone(hub.id(), refusal.orElse(null), terms)));
    }
}
