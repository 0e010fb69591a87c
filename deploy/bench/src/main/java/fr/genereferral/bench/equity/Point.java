package fr.genereferral.bench.equity;

/** A point on the globe, in degrees. */
record Point(double latitude, double longitude) {
    private static final double EARTH_KM = 6371;

    /** Great circle. */
    double kilometresTo(Point other) {
        var north = Math.toRadians(other.latitude - latitude) / 2;
        var east = Math.toRadians(other.longitude - longitude) / 2;
        var chord = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
    }
}
