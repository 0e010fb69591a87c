package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What is supposed to have been otherwise when a hub was chosen. */
public record Counterfactual(List<Supposed> accredited, List<Supposed> removed, Weights weights) {

    /**
     * An accreditation that is supposed to have held, or not to have held.
     *
     * @param from null for ever before
     * @param endsOn the first day without it; null for ever after
     */
    public record Supposed(String hub, String therapy, Band band, LocalDate from, LocalDate endsOn) {

        private boolean concerns(String named, MatchRun run) {
            return hub.equals(named)
                    && therapy.equals(run.therapy())
                    && (from == null || !run.day().isBefore(from))
                    && (endsOn == null || run.day().isBefore(endsOn));
        }
    }

    /** Other weights; null where nothing else is supposed. */
    public record Weights(Integer perWaitingDay, Integer offIfFollowed, Integer offIfPreferred) {

        public static Weights unchanged() {
            return new Weights(null, null, null);
        }

        RoutingParameters over(RoutingParameters held) {
            return new RoutingParameters(
                    held.validFrom(),
                    perWaitingDay == null ? held.minutesPerWaitingDay() : perWaitingDay,
                    offIfFollowed == null ? held.minutesOffIfFollowed() : offIfFollowed,
                    held.routineWorkingDays(),
                    held.pressingHours(),
                    held.criticalHours(),
                    offIfPreferred == null ? held.minutesOffIfPreferred() : offIfPreferred,
                    held.travelLimits(),
                    held.capacityWeeks(),
                    held.urgencyBounds(),
                    held.restLimits());
        }
    }

    /** Nothing is supposed: every run ends as it did. */
    public static Counterfactual none() {
        return new Counterfactual(List.of(), List.of(), Weights.unchanged());
    }

    boolean removes(String hub, MatchRun run) {
        return removed.stream().anyMatch(supposed -> supposed.concerns(hub, run));
    }

    /** The hubs that are supposed to have been accredited when the run was made. */
    Stream<String> accreditedFor(MatchRun run) {
        return accredited.stream()
                .filter(supposed -> supposed.concerns(supposed.hub(), run))
                .map(Supposed::hub);
    }

    /** One hub may be supposed to have several for one therapy: other ages, other weights. */
    Stream<Supposed> accredits(String hub, MatchRun run) {
        return accredited.stream().filter(supposed -> supposed.concerns(hub, run));
    }
}
