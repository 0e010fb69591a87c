package fr.genereferral.hubdirectory.preview;

import fr.genereferral.hubdirectory.PatientFacts;
import fr.genereferral.hubdirectory.RoutingRequest;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.HubNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What a match run is tried with: no patient, only what the choice of a hub depends on. */
final class PreviewBody {
    private static final Pattern DEPARTEMENT = Pattern.compile("0[1-9]|1[0-9]|2[1-9]|2[AB]|[3-8][0-9]|9[0-5]|97[1-46]");
    private static final Pattern HOSPITAL = Pattern.compile("([0-9]{2}|2[AB])[0-9]{7}");
    private static final int OLDEST = 130;
    private static final int HEAVIEST = 400;
    private static final int MOST_DECLINED = 50;

    private final BodyCheck check;
    private final LocalDate today;

    private PreviewBody(BodyCheck check, LocalDate today) {
        this.check = check;
        this.today = today;
    }

    /** A request as referral-service would make it, of no referral. */
    static RoutingRequest read(byte[] body, LocalDate today) {
        return new PreviewBody(BodyCheck.of(body), today).request();
    }

    private RoutingRequest request() {
        var asked = new RoutingRequest.Asked(check.text("therapy", Forms.THERAPY), 0, null, List.of(), List.of());
        var patient = new PatientFacts(birthDate(), check.number("weightKg", HEAVIEST));
        var background = background(check.part("origin"));
        check.done();
        return new RoutingRequest(null, 0, asked, patient, null, null, background, null);
    }

    /** Born on that day, or having completed so many years today. */
    private LocalDate birthDate() {
        var years = check.wholeNumber("ageYears", OLDEST);
        var born = check.has("ageYears") ? check.optionalDate("birthDate") : check.date("birthDate");
        if (years != null && check.has("birthDate")) {
            check.wrong("ageYears", "VALUE_NOT_ALLOWED", "birthDate | ageYears");
        }
        if (born != null && (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST)))) {
            check.wrong("birthDate", "VALUE_OUT_OF_BOUNDS", "≤ " + OLDEST);
        }
        return years == null ? born : today.minusYears(years);
    }

    private RoutingRequest.Background background(BodyCheck origin) {
        var hospital = origin.optionalText("hospital", HOSPITAL, null);
        var departement = hospital == null || origin.has("departement")
                ? origin.text("departement", DEPARTEMENT)
                : origin.optionalText("departement", DEPARTEMENT, null);
        var wishes = new RoutingRequest.Wishes(
                check.optionalText("hubPreferred", HubNumber.FORM, null),
                check.texts("hubsDeclinedByFamily", HubNumber.FORM, MOST_DECLINED));
        return new RoutingRequest.Background(
                hospital, departement, check.optionalText("followedBy", HOSPITAL, null), wishes);
    }
}
