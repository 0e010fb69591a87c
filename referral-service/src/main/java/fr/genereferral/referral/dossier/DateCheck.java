package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Holds the days of a dossier against today and against the day of birth. */
public class DateCheck {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final JsonNode dossier;
    private final LocalDate birth;
    private final LocalDate today;
    private final List<Violation> found = new ArrayList<>();

    /** @param birth null where it is not known yet */
    public DateCheck(JsonNode dossier, LocalDate birth, LocalDate today) {
        this.dossier = dossier;
        this.birth = birth;
        this.today = today;
    }

    /** The fact dictionary looks itself whether a fact lies in the future. */
    public List<Violation> violations() {
        birthDate();
        for (var once : List.of("/disease/diagnosedOn", "/consent/geneticTest/on", "/consent/sharing/on")) {
            notInFuture(once);
        }
        each("/antibodies", "/date", this::notInFuture);
        each("/antibodies", "/date", this::notBeforeBirth);
        each("/facts", "/date", this::notBeforeBirth);
        genetics();
        return found;
    }

    private void birthDate() {
        notInFuture("/birthDate");
        if (birth != null && birth.isBefore(EARLIEST)) {
            found.add(new Violation("/dossier/birthDate", "DATE_IMPLAUSIBLE", EARLIEST.toString()));
        }
    }

    /** These may well lie before birth: a fetus can be tested. */
    private void genetics() {
        each("/genetics/reports", "/signedOn", this::notInFuture);
        each("/genetics/variants", "/classifiedOn", this::notInFuture);
        each("/genetics/copyNumbers", "/date", this::notInFuture);
    }

    private void each(String array, String field, Consumer<String> check) {
        for (var i = 0; i < dossier.at(array).size(); i++) {
            check.accept(array + "/" + i + field);
        }
    }

    private void notInFuture(String where) {
        var date = dossier.at(where).textValue();
        if (date != null && LocalDate.parse(date).isAfter(today)) {
            found.add(new Violation("/dossier" + where, "DATE_IN_FUTURE", today.toString()));
        }
    }

    private void notBeforeBirth(String where) {
        var date = dossier.at(where).textValue();
        if (date != null && birth != null && LocalDate.parse(date).isBefore(birth)) {
            found.add(new Violation("/dossier" + where, "DATE_BEFORE_BIRTH", null));
        }
    }
}
