select set_config('app.orgs', 'platform', true);

-- What sees() answers, asked in place: the call costs ten times as much, and a list asks of each of its rows. The offset
-- keeps it asked row by row: the planner would else read all that an organisation may see, to show fifty. As before, the
-- nation's readers see what was sent, and nothing of what was only written.
alter policy referral_read on referral using (
    current_setting('app.orgs', true) = 'platform'
    or current_setting('app.orgs', true) = 'national' and clock_started_at is not null or exists (
        select 1 from referral_access a where a.referral_id = referral.id and a.until is null
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ',')) offset 0));
alter policy identity_read on identity_field using (
    current_setting('app.orgs', true) = 'platform' or current_setting('app.orgs', true) <> 'national' and exists (
        select 1 from referral_access a where a.referral_id = identity_field.referral_id and a.until is null
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ',')) offset 0));

-- Since when a referral waits for its hospital, or from when on; null while it does not. Where it waits already, it has
-- waited at least since it changed last. A question of people waits until its day.
alter table referral add column due_on date;
update referral set due_on = least((question_due_at at time zone 'Europe/Paris')::date, case
        when state = 'DEFERRED' and deferred_until is not null then deferred_until
        when state in ('AWAITING_INFORMATION', 'DEFERRED', 'CANCEL_REQUESTED')
            then (updated_at at time zone 'Europe/Paris')::date end)
    where state in ('AWAITING_INFORMATION', 'DEFERRED', 'CANCEL_REQUESTED') or question_due_at is not null;

-- Each list begins at its reader. The change is in the first so that a walk back to what has changed reads no row.
create index referral_of on referral (organisation, id) include (updated_at);
create index referral_of_in_state on referral (organisation, state, id);
create index referral_of_by_change on referral (organisation, updated_at, id);
create index referral_of_due on referral (organisation, due_on, id) where due_on is not null;
-- The nation's readers, and hubs that ask for a state that few are in.
create index referral_in_state on referral (state, id);
create index referral_due on referral (due_on, id) where due_on is not null;

-- What a hospital has sent is found by the hospital; a site that is asked too finds the others by this.
-- True where nobody says: a replica from before lets hubs in without a word of it, and who has sent a referral is not listed
-- by this anyway.
alter table referral_access add column as_hub boolean not null default true;
update referral_access a set as_hub = false
    where exists (select 1 from referral r where r.id = a.referral_id and r.organisation = a.organisation);
drop index referral_access_of;
create index referral_access_of_hub on referral_access (organisation, referral_id) where as_hub and until is null;
