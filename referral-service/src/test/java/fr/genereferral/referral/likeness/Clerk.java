package fr.genereferral.referral.likeness;

import fr.genereferral.referral.likeness.Written.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Writes a child down as a hospital does: with the errors of the list, each drawn by itself. */
final class Clerk {
    private static final int LAST_MONTH = 12;
    private static final int LONGEST_WAIT = 40;

    private final Rates rates;
    private final Random random;
    private final NameClerk names;

    Clerk(Rates rates, Names names, Random random) {
        this.rates = rates;
        this.random = random;
        this.names = new NameClerk(rates, names, random);
    }

    Written write(Child child) {
        var family = child.family();
        String used = null;
        if (happens("other-parents-name")) {
            family = child.otherParent();
        } else if (happens("used-name-beside")) {
            used = names.family(child.otherParent());
        }
        family = names.family(family);
        var given = names.given(child.given());
        if (!given.isEmpty() && happens("family-given-swapped")) {
            var first = family;
            family = given.get(0);
            given = List.of(first);
        }
        var written = new Written(
                family,
                used,
                given,
                birthDate(child.birthDate()),
                sex(child.sex()),
                place(child),
                mother(child),
                reports(child),
                disease(child.disease()));
        return happens("capitals-without-accents") ? inCapitals(written) : written;
    }

    private static Written inCapitals(Written written) {
        return new Written(
                NameClerk.capitals(written.familyName()),
                NameClerk.capitals(written.usedName()),
                written.givenNames().stream().map(NameClerk::capitals).toList(),
                written.birthDate(),
                written.sex(),
                written.birthPlace(),
                NameClerk.capitals(written.motherBirthName()),
                written.reports(),
                written.disease());
    }

    private LocalDate birthDate(LocalDate day) {
        if (day.getDayOfMonth() <= LAST_MONTH && happens("day-month-swapped")) {
            return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        }
        if (happens("day-digit")) {
            return day.withDayOfMonth(1 + (day.getDayOfMonth() + (random.nextBoolean() ? 10 : 1)) % 28);
        }
        if (happens("month-off")) {
            return random.nextBoolean() ? day.plusMonths(1) : day.minusMonths(1);
        }
        if (happens("year-off")) {
            return random.nextBoolean() ? day.plusYears(1) : day.minusYears(1);
        }
        return byConvention(day);
    }

    private LocalDate byConvention(LocalDate day) {
        if (happens("first-of-january")) {
            return day.withDayOfYear(1);
        }
        if (happens("last-of-december")) {
            return LocalDate.of(day.getYear(), LAST_MONTH, 31);
        }
        return happens("first-of-month") ? day.withDayOfMonth(1) : day;
    }

    private String sex(String sex) {
        if (happens("sex-unknown")) {
            return "unknown";
        }
        if (happens("sex-wrong")) {
            return sex.equals("male") ? "female" : "male";
        }
        return sex;
    }

    private String place(Child child) {
        if (happens("place-unknown")) {
            return null;
        }
        if (happens("place-other")) {
            return child.residence();
        }
        var codes = child.birthPlace().split(";");
        return codes.length > 1 && happens("place-whole-city") ? codes[1] : codes[0];
    }

    private String mother(Child child) {
        if (happens("mother-unknown")) {
            return null;
        }
        return names.mother(happens("mother-used-name") ? child.family() : child.mother());
    }

    private List<Report> reports(Child child) {
        if (happens("report-unknown")) {
            return List.of();
        }
        if (happens("report-other")) {
            return List.of(child.otherReport());
        }
        var report = child.report();
        var day = report.signedOn();
        if (happens("report-day-off")) {
            day = day.minusDays(1 + random.nextInt(LONGEST_WAIT));
        }
        var number = happens("report-laboratory-alone") ? null : report.accreditation();
        return List.of(new Report(report.laboratory(), number, day));
    }

    private String disease(String disease) {
        return happens("disease-variant") ? disease + "1" : disease;
    }

    private boolean happens(String kind) {
        return rates.happens(kind, random);
    }
}
