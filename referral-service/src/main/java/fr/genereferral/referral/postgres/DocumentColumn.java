package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Document;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps a {@link Document} as it came: PostgreSQL has nothing to compress, which would cost it more than all the rest. */
@Converter(autoApply = true)
@Immutable
class DocumentColumn implements AttributeConverter<Document, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(Document document) {
        return document.deflated();
    }

    @Override
    public Document convertToEntityAttribute(byte[] stored) {
        return new Document(stored);
    }
}
