package fr.genereferral.hubdirectory;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A field of an entry of the directory, as bodies, files, changes and anomalies name it. */
public enum HubField {
    NAME(Owner.NATION),
    CITY(Owner.NATION),
    KIND(Owner.NATION),
    OPEN(Owner.NATION),
    /** The legal entity that the site belongs to. */
    FINESS_EJ(Owner.NATION),
    /** FINESS ET of other sites where the hub works. */
    SITES(Owner.NATION),
    /** The national networks for rare diseases that it belongs to. */
    FILIERES(Owner.NATION),
    LANGUAGES(Owner.HUB),
    PHONE(Owner.HUB),
    EMAIL(Owner.HUB),
    /** An address of the national health mail. */
    SECURE_EMAIL(Owner.HUB),
    /** Opening hours. */
    OPENING(Owner.HUB);

    private final Owner owner;

    /** Who may change it: the coordinator may change every one. */
    private enum Owner {
        NATION,
        HUB
    }

    HubField(Owner owner) {
        this.owner = owner;
    }

    public boolean isTheHubsOwn() {
        return owner == Owner.HUB;
    }

    public boolean isList() {
        return this == SITES || this == FILIERES || this == LANGUAGES;
    }

    /** The name of its column, in the database and in a file: {@code secure_email}. */
    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Its name in JSON: {@code secureEmail}. */
    public String json() {
        var words = column().split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
