-- What was said of a referral's facts after it was sent: a statement, or which of several contradicting ones holds. The
-- dossier's versions follow from it. Never changed.
create table fact_entry (
    referral_id uuid not null references referral,
    number int not null,
    dossier_version int not null,
    kind text not null,
    name text not null,
    content text,
    holds int,
    -- All statements of the fact that count no more, as it was decided.
    sets_aside int[],
    reason text,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null,
    -- Keyed hashes of what the hospital chose and sent: a repeated request is recognised.
    request_key text,
    body_hash bytea,
    primary key (referral_id, number),
    check ((content is null) <> (holds is null)),
    check ((holds is null) = (reason is null)),
    check ((holds is null) = (sets_aside is null))
);
alter table fact_entry enable row level security;
alter table fact_entry force row level security;
create policy fact_entry_read on fact_entry for select using (sees(referral_id));
create policy fact_entry_new on fact_entry for insert with check (
    current_setting('app.orgs', true) = 'platform' or exists (
        select 1 from referral_access a where a.referral_id = fact_entry.referral_id and a.until is null
            and a.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
grant select, insert on fact_entry to referral;

-- A newer verdict ends the search for a hub, and hub-directory-service has not yet said whether somebody had accepted.
alter table referral add column reconsidering boolean not null default false;
