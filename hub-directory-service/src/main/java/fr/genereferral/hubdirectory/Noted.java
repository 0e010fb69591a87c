package fr.genereferral.hubdirectory;

import java.util.ArrayList;
import java.util.List;

/** What has happened to a placement since it was stored: kept with the row, in the same transaction, and once. */
final class Noted {
    private final List<PlacementEvent> events = new ArrayList<>();
    private final List<MatchRun> runs = new ArrayList<>();
    private final List<DirectoryAnomaly> anomalies = new ArrayList<>();
    private final List<LossConfirmation> confirmations = new ArrayList<>();
    private final List<SlotMove> slots = new ArrayList<>();
    private final List<Intervention> interventions = new ArrayList<>();

    void event(PlacementEvent event) {
        events.add(event);
    }

    void run(MatchRun run) {
        runs.add(run);
    }

    void anomaly(DirectoryAnomaly anomaly) {
        anomalies.add(anomaly);
    }

    void confirmation(LossConfirmation confirmation) {
        confirmations.add(confirmation);
    }

    void slotMove(SlotMove move) {
        slots.add(move);
    }

    void intervention(Intervention said) {
        interventions.add(said);
    }

    List<PlacementEvent> takeEvents() {
        return drained(events);
    }

    List<MatchRun> takeRuns() {
        return drained(runs);
    }

    List<DirectoryAnomaly> takeAnomalies() {
        return drained(anomalies);
    }

    List<LossConfirmation> takeLossConfirmations() {
        return drained(confirmations);
    }

    List<SlotMove> takeSlotMoves() {
        return drained(slots);
    }

    List<Intervention> takeInterventions() {
        return drained(interventions);
    }

    private static <T> List<T> drained(List<T> noted) {
        var taken = List.copyOf(noted);
        noted.clear();
        return taken;
    }
}
