-- Run by hub_directory_owner. The service logs in as "hub_directory": no DDL, no BYPASSRLS, no update or delete of what
-- is append-only. The next migration fills these tables once from the files in directory/; from then on they are the truth.

create table departement (
    code text primary key,
    name text not null,
    region text not null,
    region_name text not null,
    seat text not null,
    lat double precision not null,
    lon double precision not null,
    landmass text not null,
    source text not null,
    as_of date not null
);

create table hospital (
    finess_et text primary key,
    finess_ej text,
    name text not null,
    city text not null,
    departement text not null references departement,
    lat double precision not null,
    lon double precision not null,
    ages text not null,
    source text not null,
    as_of date not null,
    coordinate_note text
);

-- Travel: places, the dated legs between them, and how a road is estimated where no water lies between.
create table landmass (
    code text not null,
    name text not null,
    road_factor numeric(4, 2) not null,
    road_kmh int not null,
    valid_from date not null,
    source text not null,
    primary key (code, valid_from)
);
create table place (
    code text primary key,
    name text not null,
    landmass text not null,
    lat double precision not null,
    lon double precision not null,
    source text not null,
    as_of date not null
);
create table leg (
    from_place text not null references place,
    to_place text not null references place,
    mode text not null,
    minutes int not null,
    boarding_minutes int not null,
    alighting_minutes int not null,
    valid_from date not null,
    ends_on date,
    source text not null,
    primary key (from_place, to_place, mode, valid_from)
);

-- The numbers of the choice of hub and of the time to answer.
create table routing_parameters (
    valid_from date primary key,
    minutes_per_waiting_day int not null,
    minutes_off_if_followed int not null,
    routine_working_days int not null,
    pressing_hours int not null,
    critical_hours int not null,
    source text not null
);

create table hub (
    id text primary key references hospital,
    name text,
    city text,
    kind text not null,
    open boolean not null,
    expected_wait_days int,
    version bigint not null default 0,
    source text not null,
    as_of date not null
);

-- ends_on is the first day without it. When it became true and when it became known are two columns.
create table accreditation (
    id uuid primary key default uuidv7(),
    hub_id text not null references hub,
    therapy text not null,
    from_age_years int,
    under_age_years int,
    from_weight_kg numeric(5, 1),
    to_weight_kg numeric(5, 1),
    valid_from date not null,
    ends_on date,
    illustrative boolean not null,
    source text not null,
    recorded_at timestamptz not null default now(),
    recorded_by text not null default 'seed',
    end_reason text,
    end_recorded_at timestamptz,
    end_recorded_by text
);
create index accreditation_of on accreditation (hub_id, therapy);

-- Who sent which key; the key belongs to the organisation.
create table idempotency (
    organisation text not null,
    key text not null,
    body_hash bytea not null,
    hub_id text not null,
    created_at timestamptz not null,
    primary key (organisation, key)
);

grant select on departement, hospital, landmass, place, leg, routing_parameters to hub_directory;
grant select, insert, update on hub, accreditation to hub_directory;
grant select, insert, delete on idempotency to hub_directory;
