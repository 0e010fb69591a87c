package fr.genereferral.referral;

import java.util.Locale;

/** What a statement can speak of, by the list of the dossier in which it stands. */
public enum FactKind {
    FACT("/facts", 500),
    ANTIBODY("/antibodies", 100),
    COPY_NUMBER("/genetics/copyNumbers", 50),
    VARIANT("/genetics/variants", 200),
    REPORT("/genetics/reports", 20);

    private final String list;
    private final int most;

    FactKind(String list, int most) {
        this.list = list;
        this.most = most;
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
