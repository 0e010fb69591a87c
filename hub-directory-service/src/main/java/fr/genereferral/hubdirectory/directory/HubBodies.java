package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.HubEdit;
import fr.genereferral.hubdirectory.HubField;
import fr.genereferral.hubdirectory.HubKind;
import fr.genereferral.hubdirectory.HubLocation;
import fr.genereferral.hubdirectory.ImportFile;
import fr.genereferral.hubdirectory.web.BodyCheck;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is sent of an entry. A field that is absent stays as it is; an empty text or list says that nothing is known. */
final class HubBodies {
    private static final Pattern ID = Pattern.compile(Finess.FORM.pattern() + "|" + Finess.ABROAD.pattern());

    private static final Pattern LANDMASS = Pattern.compile("[A-Z][A-Z_-]{1,31}");

    private HubBodies() {}

    /**
     * A new entry.
     *
     * @param location empty where it is not told
     */
    record Registration(String id, HubEdit entry, Optional<HubLocation> location) {}

    static Registration registration(byte[] body, LocalDate today) {
        var check = BodyCheck.of(body);
        var id = id(check);
        var wanted = new EnumMap<HubField, String>(HubField.class);
        var kind = check.oneOf(HubField.KIND.json(), HubKind.class);
        wanted.put(HubField.KIND, kind == null ? null : kind.name());
        for (var field : new HubField[] {HubField.NAME, HubField.CITY}) {
            wanted.put(field, check.text(field.json(), FieldForms.of(field)));
        }
        profile(check, wanted);
        var effectiveOn = effectiveOn(check, today);
        var location = location(check);
        check.done();
        return new Registration(id, new HubEdit(wanted, effectiveOn, null), location);
    }

    private static Optional<HubLocation> location(BodyCheck check) {
        if (!check.has("location")) {
            return Optional.empty();
        }
        var place = check.part("location");
        var landmass = place.text("landmass", LANDMASS);
        return Optional.of(new HubLocation(landmass, degrees(place, "latitude", 90), degrees(place, "longitude", 180)));
    }

    private static BigDecimal degrees(BodyCheck place, String name, int most) {
        var degrees = place.signedNumber(name, most);
        if (!place.has(name)) {
            place.wrong(name, "FIELD_MISSING", null);
        }
        return degrees;
    }

    /**
     * A change.
     *
     * @param whole whether the caller may change every field, or only the hub's own
     */
    static HubEdit edit(byte[] body, Long version, boolean whole, LocalDate today) {
        var check = BodyCheck.of(body);
        var wanted = new EnumMap<HubField, String>(HubField.class);
        entry(check, wanted);
        profile(check, wanted);
        var effectiveOn = effectiveOn(check, today);
        if (!whole) {
            wanted.keySet().stream()
                    .filter(field -> !field.isTheHubsOwn())
                    .forEach(field -> check.wrong(field.json(), "FIELD_NOT_YOURS", null));
        }
        check.done();
        return new HubEdit(wanted, effectiveOn, version);
    }

    /** A row of a file: only a new hub needs more than its number. */
    static ImportFile.ListedHub listed(int line, BodyCheck check, LocalDate today) {
        var id = id(check);
        var wanted = new EnumMap<HubField, String>(HubField.class);
        var kind = check.optionalOneOf(HubField.KIND.json(), HubKind.class);
        if (kind != null) {
            wanted.put(HubField.KIND, kind.name());
        }
        entry(check, wanted);
        profile(check, wanted);
        var effectiveOn = effectiveOn(check, today);
        check.done();
        return new ImportFile.ListedHub(line, id, new HubEdit(wanted, effectiveOn, null));
    }

    private static void entry(BodyCheck check, Map<HubField, String> wanted) {
        for (var field : new HubField[] {HubField.NAME, HubField.CITY}) {
            if (check.has(field.json())) {
                wanted.put(field, check.text(field.json(), FieldForms.of(field)));
            }
        }
        if (check.has(HubField.OPEN.json())) {
            wanted.put(HubField.OPEN, Boolean.toString(check.yesOrNo(HubField.OPEN.json())));
        }
    }

    private static String id(BodyCheck check) {
        var id = check.text("id", ID);
        if (ID.matcher(id).matches() && !Finess.isHub(id)) {
            check.wrong("id", Finess.FORM.matcher(id).matches() ? "WRONG_CHECK_DIGIT" : "VALUE_NOT_ALLOWED", null);
        }
        return id;
    }

    private static void profile(BodyCheck check, Map<HubField, String> wanted) {
        for (var field : HubField.values()) {
            var isEntry = field == HubField.NAME
                    || field == HubField.CITY
                    || field == HubField.KIND
                    || field == HubField.OPEN;
            if (!isEntry && check.has(field.json())) {
                wanted.put(field, field.isList() ? list(check, field) : text(check, field));
            }
        }
    }

    private static String text(BodyCheck check, HubField field) {
        var form = Pattern.compile("|" + FieldForms.of(field).pattern());
        var value = check.text(field.json(), form);
        if (form.matcher(value).matches() && !value.isEmpty()) {
            FieldForms.fault(field, value).ifPresent(code -> check.wrong(field.json(), code, null));
        }
        return value.isEmpty() ? null : value;
    }

    private static String list(BodyCheck check, HubField field) {
        var form = FieldForms.of(field);
        var items = check.optionalTexts(field.json(), form, FieldForms.MOST_ITEMS);
        if (items == null || items.isEmpty()) {
            return null;
        }
        for (var i = 0; i < items.size(); i++) {
            var place = field.json() + "/" + i;
            if (form.matcher(items.get(i)).matches()) {
                FieldForms.fault(field, items.get(i)).ifPresent(code -> check.wrongItem(place, code));
            }
        }
        return String.join(" ", items);
    }

    /** Since when it is true: news comes late, never early, for a hub is open or it is not. */
    private static LocalDate effectiveOn(BodyCheck check, LocalDate today) {
        var given = check.optionalDate("effectiveOn");
        if (given != null && given.isAfter(today)) {
            check.wrong("effectiveOn", "VALUE_OUT_OF_BOUNDS", "≤ " + today);
        }
        return given == null ? today : given;
    }
}
