package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;

/** Port to how hubs want to be written to. */
public interface MailSettings {

    /**
     * What a hub wants from now on.
     *
     * @param version that it was decided from; null for whatever stands there
     * @param by subject of the person who says so
     */
    record Wish(MailMode mode, int digestHour, Long version, String by) {}

    /** Fails as not found for a hub that is not in the directory. */
    Uni<MailSetting> of(String hub);

    /** Fails as stale when somebody has changed it meanwhile. */
    Uni<MailSetting> change(String hub, Wish wish);
}
