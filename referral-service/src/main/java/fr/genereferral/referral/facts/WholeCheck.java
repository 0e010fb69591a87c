package fr.genereferral.referral.facts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.DateCheck;
import fr.genereferral.referral.dossier.GeneticsCheck;
import fr.genereferral.referral.facts.AddedFacts.Added;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what was added against the dossier that it was added to: days against the birth, ids against each other. */
final class WholeCheck {
    private final ObjectNode whole;
    private final List<Added> added;

    /** @param whole the dossier with what was added at the end of its lists */
    WholeCheck(ObjectNode whole, List<Added> added) {
        this.whole = whole;
        this.added = added;
    }

    List<Violation> violations(LocalDate today) {
        var birth = LocalDate.parse(whole.path("birthDate").textValue());
        var found = new ArrayList<Violation>();
        for (var kind : FactKind.values()) {
            if (!of(kind).isEmpty() && whole.at(kind.list()).size() > kind.most()) {
                found.add(new Violation("/" + kind.field(), "TOO_LONG", Integer.toString(kind.most())));
            }
        }
        Stream.concat(
                        new DateCheck(whole, birth, today).violations().stream(),
                        new GeneticsCheck(whole.path("genetics")).violations().stream())
                .flatMap(violation -> ofWhatWasAdded(violation).stream())
                .forEach(found::add);
        return found;
    }

    private List<Added> of(FactKind kind) {
        return added.stream().filter(one -> one.kind() == kind).toList();
    }

    /** By its place in the body; what was wrong before is not the sender's of today. */
    private Optional<Violation> ofWhatWasAdded(Violation violation) {
        for (var kind : FactKind.values()) {
            var list = "/dossier" + kind.list() + "/";
            if (violation.pointer().startsWith(list)) {
                var steps = violation.pointer().substring(list.length()).split("/", 2);
                var before = whole.at(kind.list()).size() - of(kind).size();
                var place = Integer.parseInt(steps[0]) - before;
                var rest = steps.length > 1 ? "/" + steps[1] : "";
                return place < 0
                        ? Optional.empty()
                        : Optional.of(new Violation(
                                of(kind).get(place).pointer() + rest, violation.code(), violation.argument()));
            }
        }
        return Optional.empty();
    }
}
