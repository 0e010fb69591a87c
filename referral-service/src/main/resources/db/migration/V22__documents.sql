-- What a hospital attaches to a referral, while it writes it and afterwards. The content is kept in pieces, each sealed
-- under the referral's key and bound to its number; a document is written once, with all its pieces, or not at all.
create table document (
    id uuid primary key,
    referral_id uuid not null references referral,
    type text not null,
    size int not null,
    chunks int not null,
    -- Its name, and the SHA-256 of its content, sealed under the referral's key.
    details bytea not null,
    -- Keyed hash of the content and the referral: the same one is not kept twice.
    mark text not null,
    scan text not null,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null,
    -- Keyed hashes of what the caller chose and sent: a repeated request is recognised.
    request_key text not null,
    body_hash bytea not null,
    check (type in ('PDF', 'PNG', 'JPEG')),
    check (scan in ('NOT_SCANNED', 'CLEAN')),
    check (size between 1 and 20 * 1024 * 1024),
    check (chunks > 0)
);
create index document_of on document (referral_id);

-- Goes when the document is taken back.
create table document_chunk (
    document_id uuid not null references document deferrable initially deferred,
    number int not null,
    sealed bytea not null,
    primary key (document_id, number),
    check (number >= 0)
);
-- What is sealed does not compress.
alter table document_chunk alter column sealed set storage external;

create table document_removal (
    document_id uuid primary key references document,
    reason text not null,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null
);

-- Who has read which document: what another organisation has read is not silently gone.
create table document_reading (
    id uuid primary key,
    document_id uuid not null references document,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null
);
create index document_reading_of on document_reading (document_id);

-- The nation's readers see that there are documents of what was sent, and open none: a document is full of names. Who writes
-- is the hospital that has sent the referral, or is writing it.
alter table document enable row level security;
alter table document force row level security;
create policy document_read on document for select using (case when current_setting('app.orgs', true) = 'national'
    then exists (select 1 from referral r where r.id = document.referral_id) else sees(referral_id) end);
create policy document_new on document for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ','))
    and exists (select 1 from referral r
                where r.id = document.referral_id and r.organisation = document.organisation));

alter table document_chunk enable row level security;
alter table document_chunk force row level security;
create policy document_chunk_read on document_chunk for select using (
    current_setting('app.orgs', true) <> 'national'
    and exists (select 1 from document d where d.id = document_chunk.document_id));
create policy document_chunk_new on document_chunk for insert with check (
    exists (select 1 from document d where d.id = document_chunk.document_id
                and d.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));
create policy document_chunk_end on document_chunk for delete using (
    current_setting('app.orgs', true) = 'platform'
    or exists (select 1 from document d where d.id = document_chunk.document_id
                   and d.organisation = any (string_to_array(current_setting('app.orgs', true), ','))));

alter table document_removal enable row level security;
alter table document_removal force row level security;
create policy document_removal_read on document_removal for select using (
    exists (select 1 from document d where d.id = document_removal.document_id));
create policy document_removal_new on document_removal for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ','))
    and exists (select 1 from document d where d.id = document_removal.document_id
                    and d.organisation = document_removal.organisation));

-- A hub knows what it has read itself, the hospital who has read what it has attached.
alter table document_reading enable row level security;
alter table document_reading force row level security;
create policy document_reading_read on document_reading for select using (
    exists (select 1 from document d where d.id = document_reading.document_id
                and (current_setting('app.orgs', true) in ('platform', 'national')
                     or d.organisation = any (string_to_array(current_setting('app.orgs', true), ','))
                     or document_reading.organisation = any (string_to_array(current_setting('app.orgs', true), ',')))));
create policy document_reading_new on document_reading for insert with check (
    organisation = any (string_to_array(current_setting('app.orgs', true), ','))
    and exists (select 1 from document d where d.id = document_reading.document_id));

grant select, insert on document, document_removal, document_reading to referral;
grant select, insert, delete on document_chunk to referral;
