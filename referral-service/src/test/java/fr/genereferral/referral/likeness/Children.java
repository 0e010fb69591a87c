package fr.genereferral.referral.likeness;

import fr.genereferral.referral.likeness.Written.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Draws children who are easily taken for one another. */
final class Children {
    private static final LocalDate FIRST_BIRTH = LocalDate.of(2012, 1, 1);
    private static final int DAYS = 14 * 365;
    /** The disease that one child is referred with is that of the other: else nobody would take one for the other (CONV). */
    private static final List<String> DISEASES =
            List.of("ORPHA:70", "ORPHA:65", "ORPHA:98896", "ORPHA:232", "ORPHA:586");

    private static final List<String> PLACES = Rates.lines("places.txt");
    private static final List<String> LABORATORIES = Rates.lines("laboratories.txt");
    /** Born of a mother with her husband's name, or of one with the name of the child (CONV). */
    private static final double MOTHERS_NAME = 0.07;

    private static final Names NAMES = new Names();

    final Names names = NAMES;
    private final Random random;

    Children(Random random) {
        this.random = random;
    }

    Child any() {
        var sex = sex();
        var family = names.family(random);
        var other = names.family(random);
        return child(family, other, names.given(sex, random), day(), sex);
    }

    private Child child(String family, String other, List<String> given, LocalDate born, String sex) {
        var mother = random.nextDouble() < MOTHERS_NAME ? family : other;
        return new Child(
                family,
                other,
                given,
                born,
                sex,
                drawn(PLACES),
                drawn(PLACES).split(";")[0],
                mother,
                report(born),
                report(born),
                drawn(DISEASES));
    }

    /** With another mother, place and laboratory, and the same disease. */
    Child stranger(Child like, String family, List<String> given, LocalDate born, String sex) {
        var other = child(family, names.family(random), given, born, sex);
        return new Child(
                other.family(),
                other.otherParent(),
                other.given(),
                other.birthDate(),
                other.sex(),
                other.birthPlace(),
                other.residence(),
                other.mother(),
                other.report(),
                other.otherReport(),
                like.disease());
    }

    Report report(LocalDate born) {
        var laboratory = drawn(LABORATORIES).split(";");
        return new Report(laboratory[0], laboratory[1], born.plusDays(10 + random.nextInt(700)));
    }

    LocalDate day() {
        return FIRST_BIRTH.plusDays(random.nextInt(DAYS));
    }

    String sex() {
        return random.nextBoolean() ? "male" : "female";
    }

    private String drawn(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
