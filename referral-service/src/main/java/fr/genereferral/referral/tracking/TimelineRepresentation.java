package fr.genereferral.referral.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.ReferralRecords.TimelineEntry;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.web.Texts;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a referral, oldest first: who, when, why, and a line in words. */
@Schema(name = "Timeline")
record TimelineRepresentation(List<Entry> items) {

    /**
     * @param what the kind of change, for example OFFER_DECLINED
     * @param reason coded reason, where one was given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineEntry")
    record Entry(
            long version, Instant at, String what, ReferralStatus state, By by, String reason, Hub hub, String text) {}

    /** Who caused it; no person is named, the audit knows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimelineActor")
    record By(String organisation, String role) {}

    /** Hub concerned. */
    @Schema(name = "TimelineHub")
    record Hub(String id, String name) {}

    static TimelineRepresentation from(List<TimelineEntry> entries, String language) {
        return new TimelineRepresentation(
                entries.stream().map(e -> entry(e, language)).toList());
    }

    private static Entry entry(TimelineEntry e, String language) {
        var hub = e.hubId() == null ? null : new Hub(e.hubId(), e.hubName());
        var by = new By(e.organisation(), e.role());
        return new Entry(e.version(), e.at(), e.what(), e.state(), by, e.reason(), hub, text(e, language));
    }

    private static String text(TimelineEntry e, String language) {
        var texts = Texts.in(language);
        var reason = e.reason() == null ? "" : texts.of("reason." + e.reason(), e.reason());
        var state = texts.of("state." + e.state(), e.state().name());
        var hub = e.hubName() == null ? "" : e.hubName();
        var general = texts.of("what." + e.what(), e.what());
        return MessageFormat.format(texts.of("what." + e.what() + "." + e.state(), general), hub, reason, state);
    }
}
