package fr.genereferral.hubdirectory.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.CapacityPlan;
import fr.genereferral.hubdirectory.CapacityRecords;
import fr.genereferral.hubdirectory.DeclaredCapacity;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.PauseReason;
import fr.genereferral.hubdirectory.Week;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a hub can do, therapy by therapy.
 *
 * @param weeksAhead how far one looks ahead before a hub that takes nobody is left out
 */
@Schema(name = "HubCapacity")
record CapacityRepresentation(String hub, int weeksAhead, List<TherapyLine> items, List<PauseLine> pauses) {

    /**
     * One therapy that the hub is accredited for, or has told something of.
     *
     * @param known false while nothing is told of the coming week: that is neither nothing nor plenty
     * @param expectedWaitDays days to the first week with a free place, 0 while the coming one has one; absent while it is
     *     unknown, and where there is none
     * @param shut takes nobody as far as one looks ahead: it is not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TherapyCapacity")
    record TherapyLine(
            String therapy,
            boolean known,
            List<Declared> declared,
            Integer expectedWaitDays,
            boolean shut,
            List<WeekLine> weeks) {
        private TherapyLine forOthers() {
            return new TherapyLine(
                    therapy,
                    known,
                    declared.stream().map(Declared::forOthers).toList(),
                    expectedWaitDays,
                    shut,
                    weeks.stream().map(WeekLine::forOthers).toList());
        }
    }

    /**
     * How many a week, since when; the one that holds, then those to come.
     *
     * @param source who says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeclaredCapacity")
    record Declared(int slotsPerWeek, LocalDate from, String source, Instant recordedAt) {
        static Declared from(DeclaredCapacity word) {
            return new Declared(word.slotsPerWeek(), word.effectiveOn(), word.source(), word.recordedAt());
        }

        private Declared forOthers() {
            return new Declared(slotsPerWeek, from, null, recordedAt);
        }
    }

    /**
     * One week.
     *
     * @param week its Monday
     * @param slots absent while it is unknown, and what is free with it
     * @param taken for the hub itself, the coordinator and an auditor alone, as what is free is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CapacityWeek")
    record WeekLine(LocalDate week, Integer slots, Integer taken, Integer free, boolean paused) {
        static WeekLine of(Week week, CapacityPlan plan) {
            var slots = plan.slots(week).orElse(null);
            var free = plan.freeIn(week).size();
            return new WeekLine(
                    week.monday(), slots, plan.takenIn(week), slots == null ? null : free, plan.rests(week));
        }

        private WeekLine forOthers() {
            return new WeekLine(week, slots, null, null, paused);
        }
    }

    /**
     * A pause.
     *
     * @param therapy absent for every therapy
     * @param until the first day without it; absent while none is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CapacityPause")
    record PauseLine(UUID id, String therapy, LocalDate from, LocalDate until, PauseReason reason, Instant recordedAt) {
        static PauseLine from(CapacityRecords.KnownPause known) {
            var pause = known.pause();
            return new PauseLine(
                    pause.id(),
                    pause.therapy(),
                    pause.effectiveOn(),
                    known.until(),
                    pause.reason(),
                    pause.recordedAt());
        }
    }

    static CapacityRepresentation of(Hub hub, CapacityRecords.Words words, Directory directory, LocalDate today) {
        var weeks = directory.parametersOn(today).weeksAhead();
        var therapies = new TreeSet<>(directory.capacities().therapiesOf(hub.id()));
        hub.accreditations().stream()
                .filter(accreditation -> accreditation.holdsOn(today))
                .map(Accreditation::therapy)
                .forEach(therapies::add);
        var lines = therapies.stream()
                .map(therapy -> line(therapy, words, directory.capacities().plan(hub.id(), therapy), today, weeks))
                .toList();
        return new CapacityRepresentation(
                hub.id(),
                weeks,
                lines,
                words.pauses().stream().map(PauseLine::from).toList());
    }

    /** Weeks with a place for one child would tell when a known child was taken in. */
    CapacityRepresentation forOthers() {
        return new CapacityRepresentation(
                hub, weeksAhead, items.stream().map(TherapyLine::forOthers).toList(), pauses);
    }

    private static TherapyLine line(
            String therapy, CapacityRecords.Words words, CapacityPlan plan, LocalDate today, int weeks) {
        var declared = words.declared().stream()
                .filter(word -> word.therapy().equals(therapy))
                .map(Declared::from)
                .toList();
        return new TherapyLine(
                therapy,
                plan.isKnown(today),
                declared,
                plan.waitDays(today).orElse(null),
                plan.isShut(today, weeks),
                CapacityPlan.weeks(today, weeks)
                        .map(week -> WeekLine.of(week, plan))
                        .toList());
    }
}
