package fr.genereferral.referral.search;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.PatientMarks;
import java.util.Set;
import java.util.function.Function;

/**
 * Whom somebody looks for, and how.
 *
 * @param by as the audit keeps it
 * @param marks any of these is his
 */
record Sought(SearchedBy by, Function<PatientMarks, Set<String>> marks) {

    /** @param asked checked: it has one of the three */
    static Sought of(JsonNode asked) {
        if (asked.has("ins")) {
            return new Sought(
                    SearchedBy.SEARCH_BY_INS,
                    marks -> marks.numbered(asked.path("ins").textValue()));
        }
        if (asked.has("hospitalFileNumber")) {
            var number = asked.path("hospitalFileNumber").textValue();
            return new Sought(SearchedBy.SEARCH_BY_FILE_NUMBER, marks -> marks.filed(number));
        }
        var patient = asked.path("patient");
        return new Sought(
                SearchedBy.SEARCH_BY_NAME,
                marks -> marks.named(
                        patient.path("familyName").textValue(),
                        patient.path("givenName").textValue(),
                        patient.path("birthDate").textValue()));
    }

    @Override
    public String toString() {
        return "Sought[" + by + "]";
    }
}
