package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Offers;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link Offers} as JSON text. */
@Converter(autoApply = true)
@Immutable
class OffersColumn implements AttributeConverter<Offers, String> {

    @Override
    public String convertToDatabaseColumn(Offers value) {
        return JsonColumn.write(value);
    }

    @Override
    public Offers convertToEntityAttribute(String text) {
        return JsonColumn.read(text, Offers.class);
    }
}
