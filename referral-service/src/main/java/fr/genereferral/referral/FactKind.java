package fr.genereferral.referral;

import java.util.Locale;

/** What a statement can speak of, by the list of the dossier in which it stands. */
public enum FactKind {
    FACT("/facts", 500, 1),
    ANTIBODY("/antibodies", 100, 1_001),
    COPY_NUMBER("/genetics/copyNumbers", 50, 2_001),
    VARIANT("/genetics/variants", 200, 3_001),
    REPORT("/genetics/reports", 20, 4_001);

    /** What is said later is numbered from here on, whatever it speaks of; no kind's first numbers reach it. */
    public static final int LATER = 10_001;

    private final String list;
    private final int most;
    private final int first;

    FactKind(String list, int most, int first) {
        this.list = list;
        this.most = most;
        this.first = first;
    }

    /**
     * Number of the kind's first statement in a dossier as it was first sent. Stored settlements name statements by
     * their numbers: none may ever change, and a new kind needs a place of its own.
     */
    public int first() {
        return first;
    }

    /** JSON pointer of the list in a dossier. */
    public String list() {
        return list;
    }

    /** Name of the list, in a dossier and in what is added to it. */
    public String field() {
        return list.substring(list.lastIndexOf('/') + 1);
    }

    /** How many of them a dossier may hold. */
    public int most() {
        return most;
    }

    /** As the API and the explanations of the rules write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
