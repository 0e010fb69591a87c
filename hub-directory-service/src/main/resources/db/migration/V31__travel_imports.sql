-- Who brought which travel times, once for each key. Legs are dated rows: a younger one takes the place of an older one
-- from its day on, and nothing is deleted.
create table travel_import (
    id uuid primary key,
    organisation text not null,
    key text not null,
    body_hash bytea not null,
    legs int not null,
    added int not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    unique (organisation, key)
);
alter table leg add column import_id uuid references travel_import;

-- A leg may begin or end at a hospital or a département as well: they become places with the first leg that names them.
grant select, insert on travel_import to hub_directory;
grant insert on leg, place to hub_directory;
