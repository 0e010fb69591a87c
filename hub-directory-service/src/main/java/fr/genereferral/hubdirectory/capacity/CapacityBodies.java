package fr.genereferral.hubdirectory.capacity;

import fr.genereferral.hubdirectory.DeclaredCapacity;
import fr.genereferral.hubdirectory.Pause;
import fr.genereferral.hubdirectory.PauseReason;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Forms;
import java.time.LocalDate;
import java.time.Period;

/** What is told of a capacity. */
final class CapacityBodies {
    /** More is a slip of the pen. */
    private static final int MOST_A_WEEK = 99;

    /** A word for another year is a slip of the pen too, and none can be taken back. */
    private static final Period BACK = Period.ofYears(1);

    private static final Period AHEAD = Period.ofYears(2);

    private CapacityBodies() {}

    static DeclaredCapacity.Told declared(byte[] body, LocalDate today, Teller.Source source) {
        var check = BodyCheck.of(body);
        var therapy = check.text("therapy", Forms.THERAPY);
        var slots = check.wholeNumber("slotsPerWeek", MOST_A_WEEK);
        if (!check.has("slotsPerWeek")) {
            check.wrong("slotsPerWeek", "FIELD_MISSING", null);
        }
        var from = from(check, today);
        var told = check.optionalText("source", Forms.SOURCE, source.otherwise());
        if (check.has("source") && !source.isFree()) {
            check.wrong("source", "FIELD_NOT_YOURS", null);
        }
        check.done();
        return new DeclaredCapacity.Told(therapy, slots, from, told);
    }

    private static LocalDate from(BodyCheck check, LocalDate today) {
        var given = check.optionalDate("from");
        var earliest = today.minus(BACK);
        var latest = today.plus(AHEAD);
        if (given != null && (given.isBefore(earliest) || given.isAfter(latest))) {
            check.wrong("from", "VALUE_OUT_OF_BOUNDS", earliest + " … " + latest);
        }
        return given == null ? today : given;
    }

    static Pause.Told pause(byte[] body, LocalDate today) {
        var check = BodyCheck.of(body);
        var therapy = check.optionalText("therapy", Forms.THERAPY, null);
        var given = check.optionalDate("from");
        var from = given == null ? today : given;
        var until = check.optionalDate("until");
        if (until != null && !until.isAfter(from)) {
            check.wrong("until", "VALUE_OUT_OF_BOUNDS", "> from");
        }
        var reason = check.oneOf("reason", PauseReason.class);
        check.done();
        return new Pause.Told(therapy, from, until, reason);
    }

    static LocalDate end(byte[] body) {
        var check = BodyCheck.of(body);
        var until = check.date("until");
        check.done();
        return until;
    }
}
