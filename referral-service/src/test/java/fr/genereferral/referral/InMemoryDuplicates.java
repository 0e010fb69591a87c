package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Open referrals for tests that need no database. */
public final class InMemoryDuplicates implements Duplicates {
    private final List<OpenCase> open = new ArrayList<>();

    @Override
    public Uni<List<OpenCase>> of(PatientTrace patient) {
        return Uni.createFrom()
                .item(open.stream()
                        .filter(one -> one.trace().patient().equals(patient.patient()))
                        .toList());
    }

    public void add(OpenCase one) {
        open.add(one);
    }
}
