package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Set;

/** Reads what the dossier says of the patient beside facts and results. */
final class PatientReader {
    private static final Set<String> DECIDING_SEXES = Set.of("male", "female");

    private PatientReader() {}

    static Reading read(Input input, Dossier dossier) {
        return switch (input.code()) {
            case "sex" -> sex(dossier.sex());
            case "disease" -> known(input, dossier.disease().orpha(), null);
            case "diagnosed-on" -> diagnosed(dossier.disease().diagnosedOn());
            default -> throw new IllegalArgumentException("nothing known of " + input.code());
        };
    }

    private static Reading sex(String stated) {
        if (stated == null) {
            return Reading.notStated(Input.SEX);
        }
        var reading = known(Input.SEX, stated, null);
        return DECIDING_SEXES.contains(stated) ? reading : reading.shortOf(Shortfall.UNKNOWN);
    }

    private static Reading diagnosed(LocalDate day) {
        return day == null ? Reading.notStated(Input.DIAGNOSED_ON) : known(Input.DIAGNOSED_ON, day.toString(), day);
    }

    private static Reading known(Input input, Object value, LocalDate date) {
        return Reading.stated(input, FactState.PRESENT, date, null, "clinician").withValue(value, null, null, null);
    }
}
