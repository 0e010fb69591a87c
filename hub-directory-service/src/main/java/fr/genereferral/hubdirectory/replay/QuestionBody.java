package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.Band;
import fr.genereferral.hubdirectory.Counterfactual;
import fr.genereferral.hubdirectory.Counterfactual.Supposed;
import fr.genereferral.hubdirectory.Counterfactual.Weights;
import fr.genereferral.hubdirectory.MatchRuns.Period;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.HubNumber;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the coordinator or the auditor supposes, as it is sent. */
final class QuestionBody {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int OLDEST = 130;
    private static final int HEAVIEST = 400;
    private static final int MOST_SUPPOSED = 100;
    private static final int HEAVIEST_WEIGHT = 100_000;
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_PERIOD_DAYS = 366;

    private final BodyCheck check;

    private QuestionBody(BodyCheck check) {
        this.check = check;
    }

    static Question read(byte[] body) {
        return new QuestionBody(BodyCheck.of(body)).question();
    }

    private Question question() {
        var period = period();
        var supposed = new Counterfactual(
                all("accredited", QuestionBody::accredited),
                all("removed", part -> supposed(part, Band.open())),
                weights(check.optionalPart("weights")));
        var cursor = check.optionalText("cursor", ID, null);
        var limit = check.wholeNumber("limit", LARGEST_PAGE);
        if (limit != null && limit == 0) {
            check.wrong("limit", "VALUE_OUT_OF_BOUNDS", "1 … " + LARGEST_PAGE);
        }
        check.done();
        return new Question(
                period, supposed, cursor == null ? null : UUID.fromString(cursor), limit == null ? PAGE : limit);
    }

    private Period period() {
        var from = check.date("from");
        var to = check.date("to");
        if (from != null && to != null) {
            if (to.isBefore(from)) {
                check.wrong("to", "VALUE_OUT_OF_BOUNDS", "≥ from");
            } else if (to.toEpochDay() - from.toEpochDay() >= LONGEST_PERIOD_DAYS) {
                check.wrong("to", "VALUE_OUT_OF_BOUNDS", "≤ from + " + LONGEST_PERIOD_DAYS);
            }
        }
        return new Period(from, to);
    }

    private List<Supposed> all(String name, Function<BodyCheck, Supposed> read) {
        return check.parts(name, MOST_SUPPOSED).stream().map(read).toList();
    }

    private static Supposed accredited(BodyCheck part) {
        var band = new Band(
                part.wholeNumber("fromAgeYears", OLDEST),
                part.wholeNumber("underAgeYears", OLDEST),
                part.number("fromWeightKg", HEAVIEST),
                part.number("toWeightKg", HEAVIEST));
        return supposed(part, band);
    }

    /** What is removed has no bounds: it is removed for everybody. */
    private static Supposed supposed(BodyCheck part, Band band) {
        return new Supposed(
                part.text("hub", HubNumber.FORM),
                part.text("therapy", Forms.THERAPY),
                band,
                part.optionalDate("from"),
                part.optionalDate("endsOn"));
    }

    private static Weights weights(BodyCheck part) {
        return new Weights(
                part.wholeNumber("minutesPerWaitingDay", HEAVIEST_WEIGHT),
                part.wholeNumber("minutesOffIfFollowed", HEAVIEST_WEIGHT),
                part.wholeNumber("minutesOffIfPreferred", HEAVIEST_WEIGHT));
    }
}
