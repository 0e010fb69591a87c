package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** What day it is at a site: overseas a week begins earlier or later than in Paris. */
public final class SiteZone {

    /** By the beginning of the FINESS number. */
    private static final Map<String, ZoneId> OVERSEAS = Map.of(
            "9701", ZoneId.of("America/Guadeloupe"),
            "9702", ZoneId.of("America/Martinique"),
            "9703", ZoneId.of("America/Cayenne"),
            "9704", ZoneId.of("Indian/Reunion"),
            "9805", ZoneId.of("Indian/Mayotte"));

    private SiteZone() {}

    public static LocalDate dayAt(String site, Instant now) {
        return LocalDate.ofInstant(now, of(site));
    }

    /** Abroad as in Paris: the directory does not know better. */
    public static ZoneId of(String site) {
        return OVERSEAS.getOrDefault(site.substring(0, Math.min(4, site.length())), Paris.ZONE);
    }
}
