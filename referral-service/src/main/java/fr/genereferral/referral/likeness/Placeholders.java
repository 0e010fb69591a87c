package fr.genereferral.referral.likeness;

import fr.genereferral.referral.DatedRow;
import fr.genereferral.referral.NameForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is written for a given name while a child has none ({@code likeness-placeholders.csv}): of twins both bear it. */
final class Placeholders {
    private static final Set<String> FORMS = DatedRow.read("/likeness-placeholders.csv", cells -> cells.get(0)).stream()
            .map(DatedRow::value)
            .collect(Collectors.toSet());

    private Placeholders() {}

    /** None when the first is one: what follows it may be a number or the family name. */
    static List<String> without(List<String> givenNames) {
        if (givenNames.isEmpty() || is(givenNames.get(0))) {
            return List.of();
        }
        return givenNames.stream().filter(name -> !is(name)).toList();
    }

    /** It begins with one: Bébé, Bébé 2, Bébé Martin, Nouveau-né. */
    private static boolean is(String name) {
        var read = new StringBuilder();
        for (var word : NameForm.words(name)) {
            read.append(word);
            if (FORMS.contains(read.toString()) || FORMS.contains(withoutNumber(read))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutNumber(StringBuilder form) {
        return form.toString().replaceAll("\\d+$", "");
    }
}
