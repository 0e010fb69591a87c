package fr.genereferral.hubdirectory.histories;

/**
 * One step of a history.
 *
 * @param chance decides what the kind leaves open: each step draws its own, so that a history without some of its steps still
 *     says what the others do
 */
record Step(Kind kind, long chance) {

    @Override
    public String toString() {
        return kind + "(" + chance + ")";
    }
}
