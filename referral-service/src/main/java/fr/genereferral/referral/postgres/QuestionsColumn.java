package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Questions;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;

/** Keeps {@link Questions} as JSON text. */
@Converter(autoApply = true)
@Immutable
class QuestionsColumn implements AttributeConverter<Questions, String> {

    @Override
    public String convertToDatabaseColumn(Questions value) {
        return JsonColumn.write(value);
    }

    @Override
    public Questions convertToEntityAttribute(String text) {
        return JsonColumn.read(text, Questions.class);
    }
}
