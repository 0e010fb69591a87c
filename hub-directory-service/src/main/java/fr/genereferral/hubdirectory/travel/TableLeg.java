package fr.genereferral.hubdirectory.travel;

import java.time.LocalDate;

/**
 * One row of the dated table of legs; it holds in both directions.
 *
 * @param endsOn the first day without it; null while no end is known
 */
public record TableLeg(
        String from,
        String to,
        TravelMode mode,
        int minutes,
        int boardingMinutes,
        int alightingMinutes,
        LocalDate validFrom,
        LocalDate endsOn) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (endsOn == null || day.isBefore(endsOn));
    }

    TableLeg reversed() {
        return new TableLeg(to, from, mode, minutes, boardingMinutes, alightingMinutes, validFrom, endsOn);
    }

    int doorToDoorMinutes() {
        return boardingMinutes + minutes + alightingMinutes;
    }
}
