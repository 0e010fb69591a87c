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

-- The variants that the facts name, and what was known of them when they were judged: a dossier that comes in while
-- another class is being recorded is found as well.
alter table held_dossier add column cites text[] not null default '{}';
alter table held_dossier add column classifications_known bigint not null default 0;
create index held_dossier_cites on held_dossier using gin (cites);

-- What is held already is judged once more, which notes what it names.
select set_config('app.orgs', 'platform', true);
update held_dossier set due_on = current_date where document like '%"hgvs"%';

-- With the dossier and the date it names an assessment: packs, and the classifications that counted.
alter table assessment rename column packs to basis;
