package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.AcceptanceTerms;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link AcceptanceTerms} as JSON text; an offer without any keeps nothing. */
@Converter(autoApply = true)
@Immutable
class TermsColumn implements AttributeConverter<AcceptanceTerms, String> {

    @Override
    public String convertToDatabaseColumn(AcceptanceTerms value) {
        return value == null ? null : JsonColumn.write(value);
    }

    @Override
    public AcceptanceTerms convertToEntityAttribute(String text) {
        return text == null ? null : JsonColumn.read(text, AcceptanceTerms.class);
    }
}
