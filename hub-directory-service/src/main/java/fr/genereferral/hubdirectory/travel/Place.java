package fr.genereferral.hubdirectory.travel;

/** Where a leg can begin or end: an airport, a port, a station, a hospital, the seat of a département. */
public record Place(String code, String name, String landmass, GeoPoint point) {}
