package fr.genereferral.referral.likeness;

/** An invented record as the comparison takes it. */
final class Recorded {
    private Recorded() {}

    static Traits of(Written written) {
        return new Traits(
                written.familyName(),
                written.usedName(),
                written.givenNames(),
                written.birthDate(),
                written.sex(),
                written.birthPlace(),
                written.motherBirthName(),
                written.reports().stream()
                        .map(report ->
                                new Traits.Report(report.laboratory(), report.accreditation(), report.signedOn()))
                        .toList(),
                null);
    }

    static Comparison compared(Pair pair) {
        return Comparison.of(of(pair.one()), of(pair.other()));
    }
}
