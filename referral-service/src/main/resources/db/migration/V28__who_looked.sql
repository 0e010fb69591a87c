-- Whoever works goes on: where the table is not free at once the service does not start, and is started again.
set local lock_timeout = '5s';

-- Which document somebody has read, attached or taken back; null where it was none, and in rows from before.
alter table audit add column document_id uuid;

-- Who has looked at a referral is for its hospital to read too. That somebody looked for a second one of the same child is not:
-- it would tell that there is one.
alter policy audit_read on audit using (case when current_setting('app.orgs', true) = 'national'
    then referral_id is null or exists (select 1 from referral r where r.id = audit.referral_id)
    else sees(referral_id) and (current_setting('app.orgs', true) = 'platform'
        or action not in ('COMPARE_IDENTITY', 'SUSPECT_DUPLICATE', 'DECIDE_DUPLICATE', 'MERGE_DUPLICATE', 'UNDO_MERGE')) end);
