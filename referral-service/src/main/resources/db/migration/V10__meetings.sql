-- What a meeting of experts has decided about a child: a record of its own beside what the rules have judged. Neither is
-- ever changed.
create table meeting (
    id uuid primary key,
    referral_id uuid not null references referral,
    held_on date not null,
    organiser text not null,
    -- Functions and RPPS numbers of clinicians, JSON.
    members text not null,
    quorum boolean not null,
    therapy text not null,
    decision text not null,
    reason text not null,
    -- Sealed under the referral's key.
    comment bytea,
    overrules text[] not null,
    -- What the rules had said, and in which assessment.
    assessment_id uuid references assessment,
    judged text,
    dossier_version int not null,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null,
    -- Keyed hashes of what the caller chose and sent: a repeated request is recognised.
    request_key text not null,
    body_hash bytea not null,
    check (decision in ('GO', 'NO_GO', 'POSTPONED')),
    check (quorum or decision = 'POSTPONED'),
    check (decision <> 'POSTPONED' or overrules = '{}'),
    check ((assessment_id is null) = (judged is null))
);
create index meeting_of on meeting (referral_id, at);
alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_read on meeting for select using (sees(referral_id));
-- The service has looked as the caller whether he sees the referral, and writes as the platform.
create policy meeting_new on meeting for insert with check (current_setting('app.orgs', true) = 'platform');
grant select, insert on meeting to referral;

-- The decision that stands, when care began and how it ended, JSON.
alter table referral add column care text not null default '{}';
