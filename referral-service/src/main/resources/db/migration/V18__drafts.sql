-- What a hospital is still writing. Its referral is there, so that it is listed and may be stopped, but nobody has been told
-- of it: it has no C0, no version that anybody heard of, no dossier and no identity until it is sent.
alter table referral alter column birthdate drop not null;
alter table referral alter column clock_started_at drop not null;
alter table referral add constraint referral_sent_or_written check (
    case when clock_started_at is null then state in ('DRAFT', 'CANCELLED', 'ENTERED_IN_ERROR') and dossier_version = 0
         else state <> 'DRAFT' and birthdate is not null and dossier_version > 0 end);

-- Sealed under the referral's key, and saved in place of what was saved before: it is no record yet. A row goes when its
-- referral is sent or stopped.
create table draft (
    referral_id uuid primary key references referral deferrable initially deferred,
    organisation text not null,
    version int not null,
    content bytea not null,
    identity bytea not null,
    saved_at timestamptz not null
);
alter table draft enable row level security;
alter table draft force row level security;
create policy draft_read on draft for select using (current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy draft_new on draft for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy draft_change on draft for update using (
    organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy draft_end on draft for delete using (current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
grant select, insert, update, delete on draft to referral;

-- The nation's readers see what was sent, and nothing of what was only written: not what was done with it either. Who is
-- let in to what (referral_access) stays as it is: sees() asks there for every row, and would have to ask back here.
alter policy referral_read on referral using (current_setting('app.orgs', true) = 'platform'
    or (sees(id) and (clock_started_at is not null or current_setting('app.orgs', true) <> 'national')));
alter policy timeline_read on timeline using (case when current_setting('app.orgs', true) = 'national'
    then exists (select 1 from referral r where r.id = timeline.referral_id) else sees(referral_id) end);
alter policy audit_read on audit using (case when current_setting('app.orgs', true) = 'national'
    then exists (select 1 from referral r where r.id = audit.referral_id) else sees(referral_id) end);
