package fr.genereferral.hubdirectory;

/** How far a child lives from the hub that was asked, door to door, as its match run had it; the bounds are dated data. */
public enum DistanceBand {
    NEAR,
    MIDDLE,
    FAR,

    /** Whatever the minutes. */
    OVERSEAS,

    /** The match run knew no way, or names the hub no longer. */
    UNKNOWN
}
