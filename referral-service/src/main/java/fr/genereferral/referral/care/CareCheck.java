package fr.genereferral.referral.care;

import static fr.genereferral.referral.web.CodeCatalogue.Kind.NOT_TREATED;

import fr.genereferral.referral.Care;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says everything at once that is wrong with what is said of a child's care. */
@ApplicationScoped
class CareCheck {
    private final BodySchema beginning = BodySchema.of("BeginningOfCare.v1");
    private final BodySchema outcome = BodySchema.of("OutcomeReport.v1");
    private final CodeCatalogue codes;
    private final Clock clock;

    CareCheck(CodeCatalogue codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    LocalDate begunOn(byte[] body) {
        var day = LocalDate.parse(beginning.read(body).path("on").textValue());
        Refused.ifAny(past(day));
        return day;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    Care.Ending outcome(byte[] body) {
        var said = StrictJson.convert(outcome.read(body), Care.Ending.class);
        var found = new ArrayList<>(past(said.on()));
        if (said.result() == Care.Result.TREATED) {
            demand(said.therapy(), "/therapy", found);
            refuse(said.reason(), "/reason", found);
        } else {
            refuse(said.therapy(), "/therapy", found);
            demand(said.reason(), "/reason", found);
        }
        if (said.result() == Care.Result.NOT_TREATED && said.reason() != null) {
            found.addAll(codes.violations(NOT_TREATED, said.reason(), "/reason"));
        }
        Refused.ifAny(found);
        return said;
    }

    private List<Violation> past(LocalDate day) {
        var today = Paris.dayOf(clock.instant());
        return day.isAfter(today) ? List.of(new Violation("/on", "DATE_IN_FUTURE", today.toString())) : List.of();
    }

    private static void demand(String given, String pointer, List<Violation> found) {
        if (given == null) {
            found.add(new Violation(pointer, "FIELD_MISSING", null));
        }
    }

    private static void refuse(String given, String pointer, List<Violation> found) {
        if (given != null) {
            found.add(new Violation(pointer, "FIELD_UNKNOWN", null));
        }
    }
}
