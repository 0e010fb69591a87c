-- What leaves, what waits for its turn and who may see what were still shown to whoever had the service's role and did not
-- say for whom; and the nation's readers could change a referral. Forced: the owner says for whom too, in a repair or in a
-- later migration that touches these rows.

-- Every organisation's facts leave through here: each writes, none reads. The check asks the setting alone, for intake
-- writes a row for each new referral.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy outbox_read on outbox for select using (current_setting('app.orgs', true) = 'platform');
create policy outbox_new on outbox for insert with check (current_setting('app.orgs', true) not in ('', 'national'));
create policy outbox_carried on outbox for select to referral_cdc using (true);

-- A key may be no referral's.
create function referral_named(key text) returns uuid language sql immutable as $$
    select case when key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then key::uuid end
$$;

-- Read by the view below with its reader's eyes. The consumers come first, so that they never pay for the question.
alter table inbox_position enable row level security;
alter table inbox_position force row level security;
create policy inbox_position_read on inbox_position for select using (
    current_setting('app.orgs', true) = 'platform' or sees(referral_named(key)));
create policy inbox_position_new on inbox_position for insert with check (current_setting('app.orgs', true) = 'platform');
create policy inbox_position_change on inbox_position for update using (current_setting('app.orgs', true) = 'platform');

alter table inbox_parked enable row level security;
alter table inbox_parked force row level security;
create policy inbox_parked_read on inbox_parked for select using (
    current_setting('app.orgs', true) = 'platform' or sees(referral_named(key)));
create policy inbox_parked_new on inbox_parked for insert with check (current_setting('app.orgs', true) = 'platform');
create policy inbox_parked_end on inbox_parked for delete using (current_setting('app.orgs', true) = 'platform');

-- As before, but so that a reader is asked about what is listed and not about every position and referral there is: a
-- position is looked up for each setback, and a parked event shows itself.
create or replace view stuck with (security_invoker = true) as
    select referral_id, min(since) as since from (
        select s.referral_id, s.since from setback s
        where s.awaited_sequence > coalesce((select p.sequence from inbox_position p
                                             where p.topic = s.awaited_topic and p.key = s.referral_id::text), 0)
        union all
        select referral_named(p.key), p.parked_at from inbox_parked p
        where p.parked_at < now() - interval '1 minute' and referral_named(p.key) is not null) held
    group by referral_id;

-- sees() asks here, so this may not ask sees(): a row speaks of its own organisation alone. A hospital is let in with its
-- own referral; only the platform lets a hub in, and nobody else ends it.
alter table referral_access enable row level security;
alter table referral_access force row level security;
create policy referral_access_read on referral_access for select using (
    current_setting('app.orgs', true) in ('platform', 'national')
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy referral_access_new on referral_access for insert with check (
    current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy referral_access_end on referral_access for update using (current_setting('app.orgs', true) = 'platform');

-- The coordinator and the auditor read; of what they do only the audit is written. Intake writes some ten of these rows for
-- each new referral, and sees() is opened and closed for every one: asked in place, its statements are a fifth faster.
alter policy referral_change on referral using (current_setting('app.orgs', true) <> 'national' and sees(id));
alter policy dossier_new on dossier with check (
    current_setting('app.orgs', true) = 'platform' or exists (
        select 1 from referral_access a where a.referral_id = dossier.referral_id and a.until is null
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
alter policy identity_new on identity_field with check (
    current_setting('app.orgs', true) = 'platform' or exists (
        select 1 from referral_access a where a.referral_id = identity_field.referral_id and a.until is null
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
alter policy timeline_new on timeline with check (
    current_setting('app.orgs', true) = 'platform' or exists (
        select 1 from referral_access a where a.referral_id = timeline.referral_id and a.until is null
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
alter policy assessment_new on assessment with check (current_setting('app.orgs', true) = 'platform');
