-- By whom a hospital finds again what it has sent: keyed hashes of names with the day of birth, of the national number and
-- of the hospital's own file number. The hospital is part of each hash. A row goes with its patient's identity: the hashes
-- could be tried against a known name. Written with the referral, so that nothing has to look whether it is there.
create table patient_mark (
    referral_id uuid not null,
    mark text not null,
    organisation text not null,
    primary key (referral_id, mark)
);
create index patient_mark_of on patient_mark (mark);
alter table patient_mark enable row level security;
alter table patient_mark force row level security;
create policy patient_mark_read on patient_mark for select using (current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy patient_mark_new on patient_mark for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy patient_mark_end on patient_mark for delete using (current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
grant select, insert, delete on patient_mark to referral;

-- Those that were sent before have none: whoever searches is told that there are such.
alter table referral add column marked boolean not null default false;
create index referral_unmarked on referral (organisation) where not marked;

-- A search that finds nobody is of no referral, and is kept all the same: for the nation's readers, as what was sent is.
alter table audit alter column referral_id drop not null;
alter policy audit_read on audit using (case when current_setting('app.orgs', true) = 'national'
    then referral_id is null or exists (select 1 from referral r where r.id = audit.referral_id)
    else sees(referral_id) end);
