package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.Accreditation.EndReason;
import fr.genereferral.hubdirectory.EntryChange.Hand;
import fr.genereferral.hubdirectory.HubChanged.Change;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The accreditations of one hub: what it may give to whom, and when.
 *
 * @param all the hub's own collection
 * @param news where what is new is noted, to be stored
 */
record Accreditations(Collection<Accreditation> all, HubNews news) {

    /** A change of them, before the hub has given it a version. */
    record Step(Change change, String therapy, LocalDate effectiveOn, List<FieldChange> fields) {}

    /** @param end the first day without it; null while none is known */
    Step grant(UUID id, Accreditation.Grant granted, LocalDate end, Hand hand) {
        if (all.stream().anyMatch(a -> a.isFor(granted.therapy()) && a.overlaps(granted.from(), end))) {
            throw Refused.because("ALREADY_ACCREDITED");
        }
        added(id, granted, hand);
        return new Step(Change.ACCREDITED, granted.therapy(), granted.from(), FieldChange.first(granted.values()));
    }

    /**
     * What was said of an accreditation was wrong from the beginning: another takes its place.
     *
     * @param end its end, said once: of two words of one instant nobody could tell the last; empty when none is known
     */
    Step correct(Accreditation wrong, UUID id, Accreditation.Grant right, Optional<Accreditation.End> end, Hand hand) {
        var fields = wrong.differences(right);
        endOne(wrong, new Accreditation.End(wrong.validFrom(), EndReason.RECORDED_IN_ERROR), hand);
        var corrected = added(id, right, hand);
        end.ifPresent(said -> endOne(corrected, said, hand));
        return new Step(Change.ACCREDITED, right.therapy(), right.from(), fields);
    }

    /** What another end of one of them would be, to be told beside its correction. */
    Step endOf(Accreditation one, Accreditation.End end) {
        return ended(one.therapy(), List.of(one), end);
    }

    /** Ends all that hold on that day or later. */
    Step end(String therapy, Accreditation.End end, Hand hand) {
        var lasting = lasting(therapy, end.on());
        if (lasting.isEmpty()) {
            throw Refused.because("NOT_ACCREDITED");
        }
        return end(therapy, lasting, end, hand);
    }

    Step end(Accreditation one, Accreditation.End end, Hand hand) {
        return end(one.therapy(), List.of(one), end, hand);
    }

    private Step end(String therapy, List<Accreditation> ended, Accreditation.End end, Hand hand) {
        var step = ended(therapy, ended, end);
        ended.forEach(a -> endOne(a, end, hand));
        return step;
    }

    private static Step ended(String therapy, List<Accreditation> ended, Accreditation.End end) {
        var fields = ended.stream().flatMap(a -> a.changesAtEnd(end)).toList();
        return new Step(Change.ACCREDITATION_ENDED, therapy, end.on(), fields);
    }

    private void endOne(Accreditation one, Accreditation.End end, Hand hand) {
        news.ends().add(one.end(end, hand));
    }

    private Accreditation added(UUID id, Accreditation.Grant granted, Hand hand) {
        var accreditation = new Accreditation(id, granted, hand.by(), hand.at());
        all.add(accreditation);
        news.granted().add(accreditation);
        return accreditation;
    }

    /** Why this patient is not covered that day, if so. */
    Optional<ExclusionReason> exclusion(String therapy, PatientFacts patient, LocalDate day) {
        var reason = ExclusionReason.NOT_ACCREDITED;
        for (var one : all) {
            if (one.covers(therapy, patient, day)) {
                return Optional.empty();
            }
            if (one.isFor(therapy) && one.holdsOn(day)) {
                var ofAge = reason == ExclusionReason.WEIGHT_OUT_OF_BAND
                        || one.band().coversAge(patient, day);
                reason = ofAge ? ExclusionReason.WEIGHT_OUT_OF_BAND : ExclusionReason.AGE_OUT_OF_BAND;
            }
        }
        return Optional.of(reason);
    }

    /** Whom they cover, for this therapy on this day. */
    Stream<Band> bands(String therapy, LocalDate day) {
        return all.stream().filter(a -> a.isFor(therapy) && a.holdsOn(day)).map(Accreditation::band);
    }

    /** Whether all that covers the patient is illustrative. */
    boolean areIllustrative(String therapy, PatientFacts patient, LocalDate day) {
        for (var one : all) {
            if (one.covers(therapy, patient, day) && !one.illustrative()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The one for a therapy that begins on a day: of several the one that has a day at all, then what was said last.
     *
     * @param end one that was recorded in error is nobody's but his who says just that again; null when nothing is said
     */
    Optional<Accreditation> beginning(Accreditation.Grant like, Accreditation.End end) {
        return all.stream()
                .filter(a -> a.isFor(like.therapy()) && a.validFrom().equals(like.from()))
                .filter(a -> !a.isVoid() || end != null && a.ends(end))
                .max(Comparator.comparing((Accreditation a) -> a.lastsBeyond(a.validFrom()))
                        .thenComparing(a -> !a.isVoid())
                        .thenComparing(Accreditation::recordedAt)
                        .thenComparing(Accreditation::id));
    }

    Accreditation named(UUID id) {
        return all.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow(Refused::notFound);
    }

    /** In a stable order: by therapy, then by date. */
    List<Accreditation> sorted() {
        return all.stream()
                .sorted(Comparator.comparing(Accreditation::therapy)
                        .thenComparing(Accreditation::validFrom)
                        .thenComparing(Accreditation::id))
                .toList();
    }

    private List<Accreditation> lasting(String therapy, LocalDate day) {
        return all.stream().filter(a -> a.isFor(therapy) && a.lastsBeyond(day)).toList();
    }
}
