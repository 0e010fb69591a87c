-- Open referrals of patients whose national number is known, by keyed hashes of it: nobody is to be referred twice by
-- accident. One of a patient and disease is the first; each organisation has one. A hospital enters its own and sees no
-- other: the platform looks. A row goes with its referral's end and with its patient's identity.
create table open_case (
    referral_id uuid primary key references referral on delete cascade deferrable initially deferred,
    organisation text not null,
    patient text not null,
    disease text not null,
    birth text not null,
    sex text,
    is_first boolean not null
);
create unique index open_case_first on open_case (disease) where is_first;
create unique index open_case_own on open_case (disease, organisation);
create index open_case_of on open_case (patient);
alter table open_case enable row level security;
alter table open_case force row level security;
create policy open_case_read on open_case for select using (current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy open_case_new on open_case for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
create policy open_case_end on open_case for delete using (current_setting('app.orgs', true) = 'platform'
    or organisation = any (string_to_array(current_setting('app.orgs', true), ',')));
grant select, insert, delete on open_case to referral;
