-- What was found of a variant since it was reported: never changed, a later finding is a row of its own.
create table variant_classification (
    number bigint primary key,
    gene text not null,
    change text not null,
    variant text not null generated always as (gene || ' ' || change) stored,
    hgvs text not null,
    acmg_class int not null check (acmg_class between 1 and 5),
    classified_on date not null,
    source text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    -- Who sent which key: a request that comes twice is recorded once.
    organisation text not null,
    idempotency_key text not null,
    body_hash bytea not null,
    unique (organisation, idempotency_key)
);
grant select, insert on variant_classification to eligibility;

-- The variants that held facts name, and what was known of them when they were judged: a dossier that comes in while
-- another class is being recorded is found as well. A table of its own: an index of arrays is of no use below a policy,
-- for their operators are not leakproof.
create table held_variant (
    referral_id uuid not null references held_dossier on delete cascade,
    variant text not null,
    classifications_known bigint not null,
    primary key (referral_id, variant)
);
create index held_variant_behind on held_variant (variant, classifications_known);
alter table held_variant enable row level security;
alter table held_variant force row level security;
create policy held_variant_all on held_variant using (current_setting('app.orgs', true) = 'platform')
    with check (current_setting('app.orgs', true) = 'platform');
grant select, insert, update, delete on held_variant to eligibility;

-- What is held already is judged once more, which notes what it names.
select set_config('app.orgs', 'platform', true);
update held_dossier set due_on = least(due_on, current_date) where document like '%"hgvs"%';

-- With the dossier and the date it names an assessment: packs, and the classifications that counted.
alter table assessment rename column packs to basis;
