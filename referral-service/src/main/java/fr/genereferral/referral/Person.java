package fr.genereferral.referral;

import java.util.List;

/**
 * By what a patient may be looked for; nothing of it is kept as it is.
 *
 * @param familyNames of birth and used; none when there is none yet
 * @param birthDate as the dossier says it
 * @param ins national number; null when it is not known
 * @param fileNumber the hospital's own; null when it was not told
 */
public record Person(
        List<String> familyNames, List<String> givenNames, String birthDate, String ins, String fileNumber) {
    public Person {
        familyNames = List.copyOf(familyNames);
        givenNames = List.copyOf(givenNames);
    }

    @Override
    public String toString() {
        return "Person[redacted]";
    }
}
