select set_config('app.orgs', 'platform', true);

-- Whoever writes goes on rather than queueing behind this: it is tried again.
set local lock_timeout = '10s';

-- Who a patient is may be corrected, by the hospital that has sent the referral and by nobody else: not by a hub that reads it, nor by
-- the platform. What it said before is not kept.
create policy identity_end on identity_field for delete using (exists (
    select 1 from referral r where r.id = identity_field.referral_id
        and r.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
grant delete on identity_field to referral;

-- How often it was written: whoever has read one finds out whether it still holds.
alter table referral add column identity_version int not null default 1;

-- A comparison of an identity that was corrected since says nothing of the one that holds: it is kept, and the two are compared anew.
-- Of each two one comparison holds. Nothing else of one is ever changed.
alter table comparison add column outdated_at timestamptz;
alter table comparison drop constraint comparison_pkey;
drop index comparison_once;
create unique index comparison_once on comparison (least(looked_at, other), greatest(looked_at, other)) where outdated_at is null;
create index comparison_of on comparison (looked_at);
create index comparison_with on comparison (other);
create policy comparison_outdated on comparison for update using (current_setting('app.orgs', true) = 'platform');
grant update (outdated_at) on comparison to referral;
