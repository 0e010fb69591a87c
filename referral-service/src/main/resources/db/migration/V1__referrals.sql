-- Run by referral_owner. The service logs in as "referral": no DDL, no BYPASSRLS, no update or delete of what is
-- append-only. Whoever opens a transaction says for whom in app.orgs; unset means no rows.

create table referral (
    id uuid primary key,
    reference text not null unique,
    organisation text not null,
    state text not null,
    stopping boolean not null,
    withdrawal_reason text,
    version bigint not null,
    dossier_version int not null,
    therapies_sought text not null,
    birthdate date not null,
    residencedepartement text,
    followedby text,
    weightkg numeric(5, 1),
    clock_started_at timestamptz not null,
    updated_at timestamptz not null,
    verdicts text not null,
    routing int not null,
    offers text not null,
    deferred_until date,
    opens_on date
);
create index referral_by_change on referral (updated_at, id);

-- Who may see a referral: its hospital, and each hub while its offer is live or accepted.
create table referral_access (
    referral_id uuid not null,
    organisation text not null,
    since timestamptz not null,
    until timestamptz,
    primary key (referral_id, organisation, since)
);
create index referral_access_of on referral_access (organisation, referral_id) where until is null;

create function sees(referral uuid) returns boolean language sql stable as $$
    select current_setting('app.orgs', true) in ('platform', 'national')
        or exists (select 1 from referral_access a
                   where a.referral_id = referral and a.until is null
                     and a.organisation = any (string_to_array(current_setting('app.orgs', true), ',')))
$$;
create function names_a_person(referral uuid) returns boolean language sql stable as $$
    select current_setting('app.orgs', true) is distinct from 'national' and sees(referral)
$$;

-- Every version of the clinical dossier; never changed.
create table dossier (
    referral_id uuid not null references referral deferrable initially deferred,
    version int not null,
    document text not null,
    received_at timestamptz not null,
    primary key (referral_id, version)
);

-- Identity, one encrypted field a row; the keys are in another database.
create table identity_field (
    referral_id uuid not null references referral deferrable initially deferred,
    field text not null,
    sealed bytea not null,
    primary key (referral_id, field)
);

create table assessment (
    id uuid primary key,
    referral_id uuid not null references referral deferrable initially deferred,
    dossier_version int not null,
    cause text not null,
    evaluation_date date not null,
    assessed_at timestamptz not null,
    received_at timestamptz not null,
    document text not null
);
create index assessment_of on assessment (referral_id, id);

create table timeline (
    referral_id uuid not null references referral deferrable initially deferred,
    version bigint not null,
    at timestamptz not null,
    what text not null,
    state text not null,
    actor text not null,
    organisation text,
    role text not null,
    reason text,
    hub_id text,
    hub_name text,
    primary key (referral_id, version)
);

create table audit (
    id uuid primary key,
    referral_id uuid not null,
    at timestamptz not null,
    actor text not null,
    organisation text,
    role text not null,
    action text not null,
    from_address text
);
create index audit_of on audit (referral_id, at);

-- Who sent which key; lives 24 h. The key belongs to the organisation.
create table idempotency (
    organisation text not null,
    key text not null,
    body_hash bytea not null,
    referral_id uuid not null,
    created_at timestamptz not null,
    primary key (organisation, key)
);

alter table referral enable row level security;
alter table referral force row level security;
create policy referral_read on referral for select using (sees(id));
create policy referral_change on referral for update using (sees(id));
create policy referral_new on referral for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ',')));

alter table dossier enable row level security;
alter table dossier force row level security;
create policy dossier_read on dossier for select using (sees(referral_id));
create policy dossier_new on dossier for insert with check (sees(referral_id));

alter table identity_field enable row level security;
alter table identity_field force row level security;
create policy identity_read on identity_field for select using (names_a_person(referral_id));
create policy identity_new on identity_field for insert with check (names_a_person(referral_id));

alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_read on assessment for select using (sees(referral_id));
create policy assessment_new on assessment for insert with check (sees(referral_id));

alter table timeline enable row level security;
alter table timeline force row level security;
create policy timeline_read on timeline for select using (sees(referral_id));
create policy timeline_new on timeline for insert with check (sees(referral_id));

alter table audit enable row level security;
alter table audit force row level security;
create policy audit_read on audit for select using (sees(referral_id));
create policy audit_new on audit for insert with check (true);

grant select, insert, update on referral, referral_access to referral;
grant select, insert on dossier, identity_field, assessment, timeline, audit to referral;
grant select, insert, delete on idempotency to referral;
