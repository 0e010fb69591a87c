package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.EnumMap;
import java.util.Map;

/** What people need to know of a hub and routing does not: whom to call, when, in which language. */
@Embeddable
public class HubProfile {
    @Column(name = "finess_ej")
    private String finessEj;

    private String sites;
    private String filieres;
    private String languages;
    private String phone;
    private String email;

    @Column(name = "secure_email")
    private String secureEmail;

    private String opening;

    protected HubProfile() {}

    /** @param values a field that is missing is not known */
    static HubProfile of(Map<HubField, String> values) {
        var profile = new HubProfile();
        profile.finessEj = values.get(HubField.FINESS_EJ);
        profile.sites = values.get(HubField.SITES);
        profile.filieres = values.get(HubField.FILIERES);
        profile.languages = values.get(HubField.LANGUAGES);
        profile.phone = values.get(HubField.PHONE);
        profile.email = values.get(HubField.EMAIL);
        profile.secureEmail = values.get(HubField.SECURE_EMAIL);
        profile.opening = values.get(HubField.OPENING);
        return profile;
    }

    Map<HubField, String> values() {
        var values = new EnumMap<HubField, String>(HubField.class);
        values.put(HubField.FINESS_EJ, finessEj);
        values.put(HubField.SITES, sites);
        values.put(HubField.FILIERES, filieres);
        values.put(HubField.LANGUAGES, languages);
        values.put(HubField.PHONE, phone);
        values.put(HubField.EMAIL, email);
        values.put(HubField.SECURE_EMAIL, secureEmail);
        values.put(HubField.OPENING, opening);
        return values;
    }
}
