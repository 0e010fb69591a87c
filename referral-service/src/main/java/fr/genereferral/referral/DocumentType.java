package fr.genereferral.referral;

import java.util.Arrays;
import java.util.Optional;

/** What a document may be. */
public enum DocumentType {
    PDF("application/pdf", ".pdf"),
    PNG("image/png", ".png"),
    JPEG("image/jpeg", ".jpg");

    private final String media;
    private final String ending;

    DocumentType(String media, String ending) {
        this.media = media;
        this.ending = ending;
    }

    /** As {@code Content-Type} has it. */
    public String media() {
        return media;
    }

    /** How the name of a file of this type ends. */
    public String ending() {
        return ending;
    }

    /** @param media without parameters */
    public static Optional<DocumentType> of(String media) {
        return Arrays.stream(values())
                .filter(type -> type.media.equalsIgnoreCase(media))
                .findFirst();
    }
}
