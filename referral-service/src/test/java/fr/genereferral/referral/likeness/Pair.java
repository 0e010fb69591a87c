package fr.genereferral.referral.likeness;

/** Two records, and whether they are of one child. */
record Pair(Kind kind, Written one, Written other) {
    enum Kind {
        SAME,
        TWINS_OF_ONE_SEX,
        TWINS_OF_TWO_SEXES,
        SIBLINGS,
        COUSINS,
        HOMONYMS,
        HOMONYMS_OF_ONE_DAY,
        SAME_NAME_AND_DAY,
        SAME_GIVEN_AND_DAY,
        SAME_DAY,
        STRANGERS;

        boolean isTwins() {
            return this == TWINS_OF_ONE_SEX || this == TWINS_OF_TWO_SEXES;
        }
    }

    boolean isSame() {
        return kind == Kind.SAME;
    }
}
