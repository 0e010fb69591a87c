package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Therapies;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link Therapies} as JSON text. */
@Converter(autoApply = true)
@Immutable
class TherapiesColumn implements AttributeConverter<Therapies, String> {

    @Override
    public String convertToDatabaseColumn(Therapies value) {
        return JsonColumn.write(value);
    }

    @Override
    public Therapies convertToEntityAttribute(String text) {
        return JsonColumn.read(text, Therapies.class);
    }
}
