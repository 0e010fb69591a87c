package fr.genereferral.referral.postgres;

import fr.genereferral.referral.FamilyWishes;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link FamilyWishes} as JSON text. */
@Converter(autoApply = true)
@Immutable
class FamilyWishesColumn implements AttributeConverter<FamilyWishes, String> {

    @Override
    public String convertToDatabaseColumn(FamilyWishes value) {
        return JsonColumn.write(value);
    }

    @Override
    public FamilyWishes convertToEntityAttribute(String text) {
        return JsonColumn.read(text, FamilyWishes.class);
    }
}
