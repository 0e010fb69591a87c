package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Verdicts;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link Verdicts} as JSON text. */
@Converter(autoApply = true)
@Immutable
class VerdictsColumn implements AttributeConverter<Verdicts, String> {

    @Override
    public String convertToDatabaseColumn(Verdicts value) {
        return JsonColumn.write(value);
    }

    @Override
    public Verdicts convertToEntityAttribute(String text) {
        return JsonColumn.read(text, Verdicts.class);
    }
}
