-- Imports of the directory. Each is one transaction, in which its end is written with what it has changed: an import without
-- an end whose lock nobody holds has been interrupted, and nothing of it is there. How far one has come is said beside it.
create table directory_import (
    id uuid primary key,
    rows int not null,
    started_at timestamptz not null,
    started_by text not null,
    started_for text not null
);
create table directory_import_progress (
    import_id uuid not null references directory_import,
    done int not null,
    primary key (import_id, done)
);
create table directory_import_end (
    import_id uuid primary key references directory_import,
    state text not null,
    code text,
    changes int not null,
    faults text not null,
    ended_at timestamptz not null
);

alter table directory_import enable row level security;
alter table directory_import force row level security;
create policy directory_import_read on directory_import for select using (reads_all());
create policy directory_import_new on directory_import for insert with check (writes());
alter table directory_import_progress enable row level security;
alter table directory_import_progress force row level security;
create policy directory_import_progress_read on directory_import_progress for select using (reads_all());
create policy directory_import_progress_new on directory_import_progress for insert with check (writes());
alter table directory_import_end enable row level security;
alter table directory_import_end force row level security;
create policy directory_import_end_read on directory_import_end for select using (reads_all());
create policy directory_import_end_new on directory_import_end for insert with check (writes());
grant select, insert on directory_import, directory_import_progress, directory_import_end to hub_directory;
