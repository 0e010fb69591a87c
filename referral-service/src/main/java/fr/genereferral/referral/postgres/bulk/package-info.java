/** Many rows in few trips: what shares a commit, and inserts of whole batches. Knows no referral. */
package fr.genereferral.referral.postgres.bulk;
