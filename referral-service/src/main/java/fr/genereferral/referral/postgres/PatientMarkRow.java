package fr.genereferral.referral.postgres;

import fr.genereferral.referral.postgres.bulk.BulkInsert;
import java.util.UUID;

/** One keyed hash by which a hospital finds a referral again. */
record PatientMarkRow(UUID referralId, String mark, String organisation) {
    static final BulkInsert<PatientMarkRow> INSERT = BulkInsert.<PatientMarkRow>into("patient_mark")
            .uuid("referral_id", PatientMarkRow::referralId)
            .text("mark", PatientMarkRow::mark)
            .text("organisation", PatientMarkRow::organisation);

    @Override
    public String toString() {
        return "PatientMarkRow[" + referralId + "]";
    }
}
