package fr.genereferral.referral.histories;

/**
 * One step of a history.
 *
 * @param chance decides what that leaves open: each step draws its own, so that a history without some of its steps still
 *     says what the others do
 */
record Step(Happening what, long chance) {

    @Override
    public String toString() {
        return what + "(" + chance + ")";
    }
}
