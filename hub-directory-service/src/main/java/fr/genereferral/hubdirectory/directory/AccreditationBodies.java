package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.Band;
import fr.genereferral.hubdirectory.web.BodyCheck;
import java.util.regex.Pattern;

/** What a coordinator sends. */
final class AccreditationBodies {
    /** An id of the catalogue of therapies, for example ONA-IV. */
    static final Pattern THERAPY = Pattern.compile("[A-Z0-9]{2,8}(-[A-Z0-9]{2,8})?");

    private static final Pattern SOURCE = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final String UNSOURCED = "saisi par la coordination nationale, sans référence";
    private static final int OLDEST = 130;
    private static final int HEAVIEST = 400;

    private AccreditationBodies() {}

    static Accreditation.Grant grant(byte[] body) {
        var check = BodyCheck.of(body);
        var band = new Band(
                check.wholeNumber("fromAgeYears", OLDEST),
                check.wholeNumber("underAgeYears", OLDEST),
                check.number("fromWeightKg", HEAVIEST),
                check.number("toWeightKg", HEAVIEST));
        var granted = new Accreditation.Grant(
                check.text("therapy", THERAPY),
                band,
                check.date("from"),
                check.yesOrNo("illustrative"),
                check.optionalText("source", SOURCE, UNSOURCED));
        checkNotInverted(band, check);
        check.done();
        return granted;
    }

    /** A band that covers nobody is a slip of the pen. */
    private static void checkNotInverted(Band band, BodyCheck check) {
        if (band.fromAgeYears() != null
                && band.underAgeYears() != null
                && band.fromAgeYears() >= band.underAgeYears()) {
            check.wrong("underAgeYears", "VALUE_OUT_OF_BOUNDS", "> fromAgeYears");
        }
        if (band.fromWeightKg() != null
                && band.toWeightKg() != null
                && band.fromWeightKg().compareTo(band.toWeightKg()) > 0) {
            check.wrong("toWeightKg", "VALUE_OUT_OF_BOUNDS", "≥ fromWeightKg");
        }
    }

    static Accrediting.Revocation revocation(String therapy, byte[] body) {
        var check = BodyCheck.of(body);
        var revocation = new Accrediting.Revocation(
                therapy, check.date("endsOn"), check.oneOf("reason", Accreditation.EndReason.class));
        check.done();
        return revocation;
    }
}
