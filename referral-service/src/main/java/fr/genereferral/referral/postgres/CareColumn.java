package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Care;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link Care} as JSON text. */
@Converter(autoApply = true)
@Immutable
class CareColumn implements AttributeConverter<Care, String> {

    @Override
    public String convertToDatabaseColumn(Care value) {
        return JsonColumn.write(value);
    }

    @Override
    public Care convertToEntityAttribute(String text) {
        return JsonColumn.read(text, Care.class);
    }
}
