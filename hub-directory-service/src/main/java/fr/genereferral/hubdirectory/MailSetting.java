package fr.genereferral.hubdirectory;

/**
 * How a hub is written to.
 *
 * @param digestHour of the hub's own time zone, 0 to 23; counts for a digest alone
 * @param version 0 while nobody has said anything
 */
public record MailSetting(String hub, MailMode mode, int digestHour, long version) {
    public static final int USUAL_HOUR = 7;

    /** On by default. */
    public static MailSetting usual(String hub) {
        return new MailSetting(hub, MailMode.EACH, USUAL_HOUR, 0);
    }
}
