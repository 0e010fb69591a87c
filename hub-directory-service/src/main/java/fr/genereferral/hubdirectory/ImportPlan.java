package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.EntryChange.Hand;
import fr.genereferral.hubdirectory.ImportFile.ListedAccreditation;
import fr.genereferral.hubdirectory.ImportFile.ListedHub;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a file would change in the directory as it stands: the same plan is shown in a dry run and carried out by an import.
 * The hubs that it is made with are changed by it.
 */
public final class ImportPlan {
    private final Map<String, Hub> hubs;
    private final Hand hand;
    private final Supplier<UUID> ids;
    private final Set<Object> seen = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();

    /** One change, for whoever reads a dry run. */
    public record Change(int line, ImportKind kind, EntryChange entry) {

        /** A correction too: it may leave out whom the old bounds let in. */
        public boolean mayTakeAway() {
            return switch (entry.event().change()) {
                case CLOSED, ACCREDITATION_ENDED -> true;
                case ACCREDITED -> kind == ImportKind.UPDATE;
                case REGISTERED, OPENED -> false;
            };
        }
    }

    private ImportPlan(Map<String, Hub> hubs, Hand hand, Supplier<UUID> ids) {
        this.hubs = hubs;
        this.hand = hand;
        this.ids = ids;
    }

    /** @param hubs the directory, by id; new hubs are added to it */
    public static ImportPlan of(ImportFile file, Map<String, Hub> hubs, Hand hand, Supplier<UUID> ids) {
        var plan = new ImportPlan(hubs, hand, ids);
        file.hubs().forEach(plan::hub);
        file.accreditations().forEach(plan::accreditation);
        return plan;
    }

    private void hub(ListedHub row) {
        if (isTwice(row.id(), row.line(), "id")) {
            return;
        }
        var found = hubs.get(row.id());
        if (found == null) {
            add(row);
            return;
        }
        var kind = row.entry().wanted().get(HubField.KIND);
        if (kind != null && !kind.equals(found.kind().name())) {
            fault(row.line(), HubField.KIND.json(), "KIND_FIXED");
            return;
        }
        var before = found.noted().size();
        found.edit(row.entry(), hand);
        note(row.line(), found, before, ImportKind.UPDATE);
    }

    private void add(ListedHub row) {
        var missing = List.of(HubField.NAME, HubField.CITY, HubField.KIND).stream()
                .filter(field -> row.entry().wanted().get(field) == null)
                .toList();
        missing.forEach(field -> fault(row.line(), field.json(), "FIELD_MISSING"));
        if (missing.isEmpty()) {
            var added = Hub.register(row.id(), row.entry(), hand);
            hubs.put(row.id(), added);
            note(row.line(), added, 0, ImportKind.CREATE);
        }
    }

    private void accreditation(ListedAccreditation row) {
        var place = List.of(row.hub(), row.grant().therapy(), row.grant().from());
        if (isTwice(place, row.line(), "from")) {
            return;
        }
        var hub = hubs.get(row.hub());
        if (hub == null) {
            fault(row.line(), "hub", "HUB_UNKNOWN");
            return;
        }
        try {
            take(row, hub);
        } catch (Refused refused) {
            fault(row.line(), "therapy", refused.code());
        }
    }

    private void take(ListedAccreditation row, Hub hub) {
        var before = hub.noted().size();
        var known = hub.beginning(row.grant(), row.end());
        if (known.isEmpty()) {
            hub.accredit(ids.get(), row.grant().whole(), row.end(), hand);
        }
        known.ifPresent(old -> change(row, hub, old));
        note(row.line(), hub, before, known.isEmpty() ? ImportKind.CREATE : ImportKind.UPDATE);
    }

    private void change(ListedAccreditation row, Hub hub, Accreditation old) {
        var wanted = row.grant().over(old.granted());
        if (wanted.band().leavesNoAge() || wanted.band().leavesNoWeight()) {
            var column = wanted.band().leavesNoAge() ? "underAgeYears" : "toWeightKg";
            fault(row.line(), column, "VALUE_OUT_OF_BOUNDS");
            return;
        }
        if (!old.says(wanted)) {
            hub.correct(old, ids.get(), wanted, row.end(), hand);
            return;
        }
        if (row.end() != null && !old.ends(row.end())) {
            hub.end(old, row.end(), hand);
        }
    }

    private boolean isTwice(Object place, int line, String column) {
        if (seen.add(place)) {
            return false;
        }
        fault(line, column, "DUPLICATE");
        return true;
    }

    private void note(int line, Hub hub, int before, ImportKind kind) {
        hub.noted().stream().skip(before).forEach(entry -> {
            var isEnd = entry.event().change() == HubChanged.Change.ACCREDITATION_ENDED;
            changes.add(new Change(line, isEnd ? ImportKind.END : kind, entry));
        });
    }

    private void fault(int line, String column, String code) {
        faults.add(new ImportFault(line, column, code, null));
    }

    /** In the order of the file. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public List<ImportFault> faults() {
        return List.copyOf(faults);
    }

    /** Those that the file changes. */
    public List<Hub> changed() {
        return hubs.values().stream().filter(hub -> !hub.noted().isEmpty()).toList();
    }
}
