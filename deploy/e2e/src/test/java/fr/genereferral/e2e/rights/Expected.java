package fr.genereferral.e2e.rights;

/**
 * What a cell of the table says.
 *
 * @param code of the problem; empty for an answer that is none
 */
record Expected(int status, String code) {

    /** @param cell {@code 200} or {@code 404 REFERRAL_NOT_FOUND} */
    static Expected read(String cell) {
        var words = cell.split(" ");
        return new Expected(Integer.parseInt(words[0]), words.length > 1 ? words[1] : "");
    }

    boolean isGranted() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return (status + " " + code).strip();
    }
}
