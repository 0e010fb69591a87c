-- What was said of an accreditation's end, and when: accreditation holds the last word, this every word. An end that is
-- corrected stays what it was for whoever asks what was known before.
create table accreditation_end (
    id uuid primary key default uuidv7(),
    accreditation_id uuid not null references accreditation,
    ends_on date not null,
    reason text,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index accreditation_end_of on accreditation_end (accreditation_id);

-- An end without a date of its own was known from the beginning.
insert into accreditation_end (accreditation_id, ends_on, reason, recorded_at, recorded_by)
    select id, ends_on, end_reason, coalesce(end_recorded_at, recorded_at), coalesce(end_recorded_by, recorded_by)
    from accreditation where ends_on is not null;

-- Since when a trained team is there, and who says so.
create table team_evidence (
    id uuid primary key,
    accreditation_id uuid not null references accreditation,
    since date not null,
    until date,
    source text not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index team_evidence_of on team_evidence (accreditation_id);

-- The directory is open to all who are signed in, and read in the nation's name.
alter table accreditation_end enable row level security;
alter table accreditation_end force row level security;
create policy accreditation_end_read on accreditation_end for select using (reads_all());
create policy accreditation_end_new on accreditation_end for insert with check (writes());

alter table team_evidence enable row level security;
alter table team_evidence force row level security;
create policy team_evidence_read on team_evidence for select using (reads_all());
create policy team_evidence_new on team_evidence for insert with check (writes());

grant select, insert on accreditation_end, team_evidence to hub_directory;
