package fr.genereferral.referral.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentitySeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * What is known of a document and is nobody else's business.
 *
 * @param name as its sender has it; null where none was given
 * @param sha256 of the content, in hexadecimal digits
 */
record Details(String name, String sha256) {
    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] sealed(UUID document, IdentitySeal seal) {
        try {
            return seal.seal(AttachedDocument.place(document), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IdentityAltered when they do not open where they stand */
    static Details of(AttachedDocument document, IdentitySeal seal) {
        try {
            return JSON.readValue(seal.open(AttachedDocument.place(document.id()), document.details()), Details.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Details[]";
    }
}
