package fr.genereferral.hubdirectory.travel;

/**
 * Where the journey begins: the département of residence when it is known, else the referring hospital.
 *
 * @param code INSEE code of the département, or FINESS ET of the hospital
 */
public record Origin(Kind kind, String code) {

    /** What the code names. */
    public enum Kind {
        DEPARTEMENT,
        HOSPITAL
    }
}
