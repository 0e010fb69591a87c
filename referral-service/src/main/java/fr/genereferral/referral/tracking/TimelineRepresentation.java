package fr.genereferral.referral.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.ReferralRecords.TimelineEntry;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.web.Roles;
import fr.genereferral.referral.web.Texts;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a referral, oldest first: who, when, why, and a line in words. */
@Schema(name = "Timeline")
record TimelineRepresentation(List<Entry> items) {
    private static final Set<String> WISHES = Set.of("WISHES_CHANGED", "HUB_DECLINED_BY_FAMILY");
    /** That a referral is held, and is let go on, is for the coordinator and the auditor to know. */
    private static final Set<String> REVIEW =
            Set.of("DUPLICATE_SUSPECTED", "DUPLICATE_RULED_OUT", "MERGE_PREPARED", "MERGE_CALLED_OFF");

    /** Why is between the hospital and the nation's readers. */
    private static final String IDENTITY_CORRECTED = "IDENTITY_CORRECTED";

    private static final Set<String> ANSWERS = Set.of("OFFER_ACCEPTED", "OFFER_DECLINED");

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

    /** To its readers, each what he may know of. */
    static TimelineRepresentation from(List<TimelineEntry> entries, Rights rights, String language) {
        var told = entries.stream()
                .filter(e -> rights.isNational()
                        || !REVIEW.contains(e.what()) && (isOwn(entries, rights) || !isOthers(e, rights)))
                .map(e -> rights.isNational() || isOwn(entries, rights) ? e : toldToOthers(e))
                .toList();
        return new TimelineRepresentation(IntStream.range(0, told.size())
                .mapToObj(i -> entry(told.get(i), askedAfter(told, i), rights, language))
                .toList());
    }

    /** A referral begins with what its hospital does. */
    private static boolean isOwn(List<TimelineEntry> entries, Rights rights) {
        return rights.equals(Rights.of(entries.get(0).organisation()));
    }

    /**
     * What the family wishes, which no hub is told; a question that another hub or the coordinator has asked: whom it is about is
     * named with it, or nobody is.
     */
    private static boolean isOthers(TimelineEntry e, Rights rights) {
        return WISHES.contains(e.what())
                || e.what().startsWith("QUESTION_") && (e.hubId() == null || !rights.equals(Rights.of(e.hubId())));
    }

    /** That who the patient is was corrected, and to look again, is all that a hub needs. */
    private static TimelineEntry toldToOthers(TimelineEntry e) {
        return e.what().equals(IDENTITY_CORRECTED) ? e.withoutReason() : e;
    }

    /** The hub that was asked in place of one that has said no; null where none was, or not at once. */
    private static String askedAfter(List<TimelineEntry> told, int place) {
        var goesOn = told.get(place).state() == ReferralStatus.ROUTING && place + 1 < told.size();
        return goesOn && told.get(place + 1).what().equals("OFFER_MADE")
                ? told.get(place + 1).hubName()
                : null;
    }

    private static Entry entry(TimelineEntry e, String asked, Rights rights, String language) {
        var state = e.state().seenBy(rights);
        var hub = e.hubId() == null ? null : new Hub(e.hubId(), e.hubName());
        var by = new By(e.organisation(), e.role());
        return new Entry(e.version(), e.at(), e.what(), state, by, e.reason(), hub, text(e, asked, state, language));
    }

    private static String text(TimelineEntry e, String asked, ReferralStatus shown, String language) {
        var texts = Texts.in(language);
        var reason = e.reason() == null ? "" : texts.of("reason." + e.reason(), e.reason());
        var state = texts.of("state." + shown, shown.name());
        var hub = e.hubName() == null ? "" : e.hubName();
        var general = texts.of("what." + e.what() + "." + e.reason(), texts.of("what." + e.what(), e.what()));
        var usual = texts.of("what." + e.what() + "." + shown, general);
        var pattern = asked == null ? usual : texts.of("what." + e.what() + ".NEXT", usual);
        var said = MessageFormat.format(pattern, hub, reason, state, asked);
        return isHeard(e) ? said + " " + texts.of("heard", "") : said;
    }

    /** A hub answers for itself: where a coordinator is named, somebody has written down what it has said. */
    private static boolean isHeard(TimelineEntry e) {
        return Roles.COORDINATOR.equals(e.role()) && ANSWERS.contains(e.what());
    }
}
