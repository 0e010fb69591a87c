package fr.genereferral.referral.likeness;

/** What is compared. */
public enum Trait {
    FAMILY_NAME,
    GIVEN_NAMES,
    BIRTH_DATE,
    SEX,
    BIRTH_PLACE,
    MOTHER,
    REPORT
}
