package fr.genereferral.hubdirectory.travel;

/** No row of the table and no road leads there: a hole in the data, never a long journey. */
public class NoWayKnown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoWayKnown(Origin origin, Place destination) {
        super("No way known from " + origin.kind() + " " + origin.code() + " to " + destination.code());
    }
}
