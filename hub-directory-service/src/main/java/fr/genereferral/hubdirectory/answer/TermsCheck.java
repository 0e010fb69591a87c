package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.AcceptanceTerms.Contact;
import fr.genereferral.hubdirectory.AcceptanceTerms.FirstAppointment;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.web.AcceptanceCodes;
import fr.genereferral.hubdirectory.web.AcceptanceCodes.Kind;
import fr.genereferral.hubdirectory.web.BodyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a yes comes with, whoever brings it: codes that hold today, days that are still to come, a desk's number. */
@ApplicationScoped
class TermsCheck {
    private static final String FIRST = "firstAppointment";
    private static final int MOST_CONDITIONS = 10;
    private static final int MOST_TO_BRING = 15;

    /** No hub plans farther ahead; another year is a slip of the pen. */
    private static final Period AHEAD = Period.ofYears(1);

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** Twelve digits at most behind + or 00: a national number of a patient, which has more, is none. */
    private static final Pattern TELEPHONE = Pattern.compile("(?=.{6,24}$)(?:\\+|00)?(?:[ ().-]*[0-9]){6,12}[ ().-]*");

    private final AcceptanceCodes codes;
    private final Clock clock;

    TermsCheck(AcceptanceCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** @return null where it comes with nothing */
    AcceptanceTerms read(BodyCheck yes) {
        var today = Paris.dayOf(clock.instant());
        var terms = new AcceptanceTerms(
                firstAppointment(yes, today),
                contact(yes),
                chosen(yes, Kind.CONDITIONS, MOST_CONDITIONS, today),
                chosen(yes, Kind.BRING, MOST_TO_BRING, today));
        return terms.sayNothing() ? null : terms;
    }

    private static FirstAppointment firstAppointment(BodyCheck yes, LocalDate today) {
        var given = yes.optionalPart(FIRST);
        if (!yes.has(FIRST)) {
            return null;
        }
        var named = new FirstAppointment(day(given, "on", today), day(given, "from", today), day(given, "to", today));
        if (given.has("from") || given.has("to")) {
            demandWindow(given, named);
        } else if (!given.has("on")) {
            given.wrong("on", "FIELD_MISSING", null);
        }
        return named;
    }

    private static void demandWindow(BodyCheck given, FirstAppointment named) {
        if (given.has("on")) {
            given.wrong("on", "VALUE_NOT_ALLOWED", "from, to");
        }
        for (var end : List.of("from", "to")) {
            if (!given.has(end)) {
                given.wrong(end, "FIELD_MISSING", null);
            }
        }
        if (named.from() != null && named.to() != null && named.to().isBefore(named.from())) {
            given.wrong("to", "VALUE_OUT_OF_BOUNDS", "≥ from");
        }
    }

    private static LocalDate day(BodyCheck given, String name, LocalDate today) {
        var day = given.optionalDate(name);
        var latest = today.plus(AHEAD);
        if (day != null && (day.isBefore(today) || day.isAfter(latest))) {
            given.wrong(name, "VALUE_OUT_OF_BOUNDS", today + " … " + latest);
        }
        return day;
    }

    private static Contact contact(BodyCheck yes) {
        var given = yes.optionalPart("contact");
        return yes.has("contact")
                ? new Contact(given.oneOf("function", HubFunction.class), given.text("telephone", TELEPHONE))
                : null;
    }

    /** Each once, and none that does not hold today. */
    private List<String> chosen(BodyCheck yes, Kind kind, int most, LocalDate today) {
        var given = yes.optionalTexts(kind.field(), CODE, most);
        if (given == null) {
            return List.of();
        }
        var allowed = codes.on(today, kind);
        for (var i = 0; i < given.size(); i++) {
            if (CODE.matcher(given.get(i)).matches() && !allowed.contains(given.get(i))) {
                yes.wrongItem(kind.field() + "/" + i, "VALUE_NOT_ALLOWED", String.join(", ", allowed));
            }
        }
        return given;
    }
}
