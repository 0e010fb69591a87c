package fr.genereferral.hubdirectory.mail;

import fr.genereferral.hubdirectory.MailMode;
import fr.genereferral.hubdirectory.MailSetting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a hub is written to.
 *
 * @param digestHour of the hub's own time zone; counts for a digest alone
 * @param zone that time zone
 */
@Schema(name = "MailSetting")
record MailSettingRepresentation(String hub, MailMode mode, int digestHour, String zone, long version) {

    static MailSettingRepresentation of(MailSetting setting, String zone) {
        return new MailSettingRepresentation(
                setting.hub(), setting.mode(), setting.digestHour(), zone, setting.version());
    }
}
