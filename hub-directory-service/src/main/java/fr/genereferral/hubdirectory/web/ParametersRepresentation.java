package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.RoutingParameters;
import fr.genereferral.hubdirectory.travel.TravelLimits;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers that a choice was made with; absent what did not count yet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RoutingParameters")
public record ParametersRepresentation(
        LocalDate validFrom,
        int minutesPerWaitingDay,
        int minutesOffIfFollowed,
        int routineWorkingDays,
        int pressingHours,
        int criticalHours,
        Integer minutesOffIfPreferred,
        TravelLimits travelLimits,
        Integer capacityWeeks) {

    static ParametersRepresentation from(RoutingParameters held) {
        return new ParametersRepresentation(
                held.validFrom(),
                held.minutesPerWaitingDay(),
                held.minutesOffIfFollowed(),
                held.routineWorkingDays(),
                held.pressingHours(),
                held.criticalHours(),
                held.minutesOffIfPreferred(),
                held.travelLimits(),
                held.capacityWeeks());
    }
}
