package fr.genereferral.hubdirectory.travel;

import java.time.LocalDate;

/**
 * Land that can be crossed by road without water between, with the way a road is estimated there.
 *
 * @param roadFactorPercent kilometres of road for 100 km of great circle
 */
public record Landmass(String code, String name, int roadFactorPercent, int roadKmh, LocalDate validFrom) {

    int roadMinutes(long metres) {
        var roadMetres = metres * roadFactorPercent;
        var metresAMinute = roadKmh * 1000L * 100 / 60;
        return Math.toIntExact((roadMetres + metresAMinute - 1) / metresAMinute);
    }
}
