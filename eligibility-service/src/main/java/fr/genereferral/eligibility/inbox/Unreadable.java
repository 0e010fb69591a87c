package fr.genereferral.eligibility.inbox;

/** An event of a known type that cannot be understood; it goes to the dead letters. */
public class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unreadable(String why) {
        super(why);
    }
}
