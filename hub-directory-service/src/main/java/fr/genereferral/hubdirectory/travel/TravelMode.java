package fr.genereferral.hubdirectory.travel;

/** How one leg is travelled; TRANSFER is the time spent in an airport, a station or a port. */
public enum TravelMode {
    ROAD,
    RAIL,
    AIR,
    SEA,
    TRANSFER
}
