package fr.genereferral.hubdirectory.travel;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** A point on the WGS84 ellipsoid, in degrees. */
public record GeoPoint(double latitude, double longitude) {

    /** Whole metres, so that a last-digit difference between two processors never changes a match run. */
    long metresTo(GeoPoint other) {
        var inverse =
                Geodesic.WGS84.Inverse(latitude, longitude, other.latitude, other.longitude, GeodesicMask.DISTANCE);
        return Math.round(inverse.s12);
    }
}
