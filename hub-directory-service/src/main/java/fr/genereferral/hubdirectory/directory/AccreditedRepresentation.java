package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.KnownAccreditation;
import fr.genereferral.hubdirectory.TeamEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a hub was accredited on a day, as it was known on another, with the rows that say so.
 *
 * @param on the day that is asked about
 * @param knownOn what was recorded later is left out
 */
@Schema(name = "Accredited")
record AccreditedRepresentation(String hub, LocalDate on, LocalDate knownOn, List<ForTherapy> items) {

    /**
     * The answer for one therapy.
     *
     * @param rows all that were known, those that do not hold on the day too: they say why not
     */
    @Schema(name = "AccreditedForTherapy")
    record ForTherapy(String therapy, boolean accredited, List<Row> rows) {

        static ForTherapy of(String therapy, List<KnownAccreditation> known, LocalDate on) {
            var rows = known.stream().map(one -> Row.of(one, on)).toList();
            return new ForTherapy(therapy, rows.stream().anyMatch(Row::holds), rows);
        }
    }

    /**
     * An accreditation as it was known.
     *
     * @param holds whether it covers the day
     */
    @Schema(name = "AccreditedRow")
    record Row(boolean holds, HubRepresentation.Held accreditation, List<Team> trainedTeam) {

        static Row of(KnownAccreditation known, LocalDate on) {
            return new Row(
                    known.accreditation().holdsOn(on),
                    HubRepresentation.Held.from(known.accreditation()),
                    known.teams().stream().map(Team::from).toList());
        }
    }

    /**
     * What attests a trained team.
     *
     * @param until the first day without it; absent while none is known
     * @param source who says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TrainedTeam")
    record Team(UUID id, LocalDate since, LocalDate until, String source, Instant recordedAt) {

        static Team from(TeamEvidence evidence) {
            return new Team(
                    evidence.id(), evidence.since(), evidence.until(), evidence.source(), evidence.recordedAt());
        }
    }

    /** @param known in the order of the answer */
    static AccreditedRepresentation of(AccreditedQuestion question, List<KnownAccreditation> known) {
        var byTherapy = known.stream()
                .collect(Collectors.groupingBy(
                        one -> one.accreditation().therapy(), LinkedHashMap::new, Collectors.toList()));
        // Nothing known of the therapy that is asked for is an answer too.
        question.therapy().ifPresent(therapy -> byTherapy.putIfAbsent(therapy, List.of()));
        var items = byTherapy.entrySet().stream()
                .map(entry -> ForTherapy.of(entry.getKey(), entry.getValue(), question.on()))
                .toList();
        return new AccreditedRepresentation(question.hub(), question.on(), question.knownOn(), items);
    }
}
