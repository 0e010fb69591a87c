package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.Band;
import fr.genereferral.hubdirectory.ImportFile;
import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.LossReason;
import fr.genereferral.hubdirectory.TeamEvidence;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.HubNumber;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a coordinator sends. */
final class AccreditationBodies {
    private static final int OLDEST = 130;
    private static final int HEAVIEST = 400;

    private AccreditationBodies() {}

    static Accreditation.Grant grant(byte[] body) {
        var check = BodyCheck.of(body);
        var granted = grant(check, false, Accreditation.Grant.UNSOURCED);
        check.done();
        return granted;
    }

    private static Accreditation.Grant grant(BodyCheck check, Boolean illustrative, String source) {
        var band = new Band(
                check.wholeNumber("fromAgeYears", OLDEST),
                check.wholeNumber("underAgeYears", OLDEST),
                weight(check, "fromWeightKg"),
                weight(check, "toWeightKg"));
        checkNotInverted(band, check);
        return new Accreditation.Grant(
                check.text("therapy", Forms.THERAPY),
                band,
                check.date("from"),
                check.has("illustrative") ? Boolean.valueOf(check.yesOrNo("illustrative")) : illustrative,
                check.optionalText("source", Forms.SOURCE, source));
    }

    /** To a tenth: what is finer would be rounded, and stand there as if somebody had said it. */
    private static BigDecimal weight(BodyCheck check, String name) {
        var kilograms = check.number(name, HEAVIEST);
        if (kilograms != null && kilograms.stripTrailingZeros().scale() > 1) {
            check.wrong(name, "WRONG_FORMAT", "0.1");
        }
        return kilograms;
    }

    /** A row of a file: what it does not say may be known. */
    static ImportFile.ListedAccreditation listed(int line, BodyCheck check) {
        var hub = check.text("hub", HubNumber.FORM);
        var granted = grant(check, null, null);
        var on = check.optionalDate("endsOn");
        var reason = check.optionalOneOf("endReason", Accreditation.EndReason.class);
        if (on != null && reason == null || on == null && reason != null) {
            check.wrong(on == null ? "endsOn" : "endReason", "FIELD_MISSING", null);
        }
        if (on != null && granted.from() != null && on.isBefore(granted.from())) {
            check.wrong("endsOn", "VALUE_OUT_OF_BOUNDS", "≥ from");
        }
        check.done();
        return new ImportFile.ListedAccreditation(
                line, hub, granted, on == null ? null : new Accreditation.End(on, reason));
    }

    /** A band that covers nobody is a slip of the pen. */
    private static void checkNotInverted(Band band, BodyCheck check) {
        if (band.leavesNoAge()) {
            check.wrong("underAgeYears", "VALUE_OUT_OF_BOUNDS", "> fromAgeYears");
        }
        if (band.leavesNoWeight()) {
            check.wrong("toWeightKg", "VALUE_OUT_OF_BOUNDS", "≥ fromWeightKg");
        }
    }

    static TeamEvidence.Attested team(byte[] body) {
        var check = BodyCheck.of(body);
        var attested = new TeamEvidence.Attested(
                check.date("since"), check.optionalDate("until"), check.text("source", Forms.SOURCE));
        if (attested.since() != null
                && attested.until() != null
                && !attested.until().isAfter(attested.since())) {
            check.wrong("until", "VALUE_OUT_OF_BOUNDS", "> since");
        }
        check.done();
        return attested;
    }

    static LossConfirmation.Word lossWord(byte[] body) {
        var check = BodyCheck.of(body);
        var word = new LossConfirmation.Word(
                check.oneOf("decision", LossDecision.class), check.oneOf("reason", LossReason.class));
        if (word.decision() != null && word.reason() != null && !word.reason().isFor(word.decision())) {
            check.wrong("reason", "VALUE_NOT_ALLOWED", reasonsFor(word.decision()));
        }
        check.done();
        return word;
    }

    private static String reasonsFor(LossDecision decision) {
        return Arrays.stream(LossReason.values())
                .filter(reason -> reason.isFor(decision))
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }

    static Accrediting.Revocation revocation(String therapy, byte[] body) {
        var check = BodyCheck.of(body);
        var revocation = new Accrediting.Revocation(
                therapy, check.date("endsOn"), check.oneOf("reason", Accreditation.EndReason.class));
        check.done();
        return revocation;
    }
}
