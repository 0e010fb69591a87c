-- Run by eligibility_owner. The service logs in as "eligibility": no DDL, no BYPASSRLS, no update or delete of what is
-- append-only. Whoever opens a transaction says for whom in app.orgs; unset means no rows.

-- One row a version. What is active is never changed: a new text is a new version.
create table rule_pack (
    therapy text not null,
    version int not null,
    status text not null check (status in ('DRAFT', 'REVIEWED', 'ACTIVE', 'RETIRED')),
    author text not null,
    effective_from date,
    document text not null,
    created_at timestamptz not null,
    primary key (therapy, version),
    check (status in ('DRAFT', 'REVIEWED') or effective_from is not null)
);
-- Exactly one version in force on any day.
create unique index rule_pack_in_force on rule_pack (therapy, effective_from) where status in ('ACTIVE', 'RETIRED');

-- Never changed: the same dossier version, packs and date are judged once.
create table assessment (
    id uuid primary key,
    referral_id uuid not null,
    number bigint not null,
    dossier_version int not null,
    packs text not null,
    evaluation_date date not null,
    cause text not null,
    assessed_at timestamptz not null,
    document text not null,
    unique (referral_id, number),
    unique (referral_id, dossier_version, packs, evaluation_date)
);

-- The facts as last sent, for the next assessment; erased with the referral.
create table held_dossier (
    referral_id uuid primary key,
    dossier_version int not null,
    therapies_sought text not null,
    document text not null,
    sent_at timestamptz not null
);

-- No hospital or hub reads here: referral-service serves what it was told.
alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_read on assessment for select using (current_setting('app.orgs', true) = 'platform');
create policy assessment_new on assessment for insert with check (current_setting('app.orgs', true) = 'platform');

alter table held_dossier enable row level security;
alter table held_dossier force row level security;
create policy held_dossier_all on held_dossier using (current_setting('app.orgs', true) = 'platform')
    with check (current_setting('app.orgs', true) = 'platform');

grant select, insert on rule_pack, assessment to eligibility;
grant select, insert, update, delete on held_dossier to eligibility;
