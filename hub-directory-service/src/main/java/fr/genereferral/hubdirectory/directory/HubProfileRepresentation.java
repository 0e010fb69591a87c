package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.HubField;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a hub is reached and where it belongs; what is absent is not known.
 *
 * @param finessEj the legal entity
 * @param sites FINESS ET of other sites where the hub works
 * @param filieres the national networks for rare diseases
 * @param languages ISO 639-1
 * @param secureEmail an address of the national health mail
 * @param opening as OpenStreetMap writes it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HubProfile")
record HubProfileRepresentation(
        String finessEj,
        List<String> sites,
        List<String> filieres,
        List<String> languages,
        String phone,
        String email,
        String secureEmail,
        String opening) {

    static HubProfileRepresentation from(Map<HubField, String> values) {
        return new HubProfileRepresentation(
                values.get(HubField.FINESS_EJ),
                items(values.get(HubField.SITES)),
                items(values.get(HubField.FILIERES)),
                items(values.get(HubField.LANGUAGES)),
                values.get(HubField.PHONE),
                values.get(HubField.EMAIL),
                values.get(HubField.SECURE_EMAIL),
                values.get(HubField.OPENING));
    }

    private static List<String> items(String joined) {
        return joined == null ? null : List.of(joined.split(" "));
    }
}
