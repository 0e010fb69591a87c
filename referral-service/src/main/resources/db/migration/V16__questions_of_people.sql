-- What a hub or the coordinator asks of the hospital, and what was said of it since. Nothing of it is ever changed: a
-- question is open until one of its messages ends it, or its asker has left (referral.questions).
create table question (
    id uuid primary key,
    referral_id uuid not null references referral,
    -- A code of the fact dictionary; none where only words ask.
    fact text,
    -- Under which a hub asks; none where the coordinator does.
    offer_id uuid,
    organisation text not null,
    due_at timestamptz not null
);
create index question_of on question (referral_id);

create table question_message (
    id uuid primary key,
    question_id uuid not null references question deferrable initially deferred,
    kind text not null,
    -- Sealed under the referral's key.
    words bytea,
    -- In which version of the dossier the answer stands.
    dossier_version int,
    at timestamptz not null,
    actor text not null,
    organisation text not null,
    role text not null,
    -- Keyed hashes of what the caller chose and sent: a repeated request is recognised. None for taking a question back.
    request_key text,
    body_hash bytea,
    check (kind in ('ASKED', 'SAID', 'ANSWERED', 'TAKEN_BACK')),
    check (dossier_version is null or kind = 'ANSWERED'),
    check (kind <> 'ANSWERED' or words is not null or dossier_version is not null),
    check (kind <> 'SAID' or words is not null),
    check (kind <> 'TAKEN_BACK' or words is null),
    check ((request_key is null) = (body_hash is null))
);
create index question_message_of on question_message (question_id, at);
-- Whatever the code does: it begins once and ends once.
create unique index question_begins on question_message (question_id) where kind = 'ASKED';
create unique index question_ends on question_message (question_id) where kind in ('ANSWERED', 'TAKEN_BACK');

-- A hub reads its own threads, as long as it sees the referral; the hospital and the nation read all of them. What is asked
-- under no offer is the coordinator's, whichever organisation the coordination belongs to.
create function sees_question(about uuid, asker text, under uuid) returns boolean language sql stable as $$
    select sees(about) and (
        current_setting('app.orgs', true) in ('platform', 'national')
        or under is not null and asker = any (string_to_array(current_setting('app.orgs', true), ','))
        or exists (select 1 from referral r where r.id = about
                       and r.organisation = any (string_to_array(current_setting('app.orgs', true), ','))))
$$;
alter table question enable row level security;
alter table question force row level security;
create policy question_read on question for select using (sees_question(referral_id, organisation, offer_id));
-- The service has looked as the caller whether he sees the referral, and writes as the platform.
create policy question_new on question for insert with check (current_setting('app.orgs', true) = 'platform');
alter table question_message enable row level security;
alter table question_message force row level security;
create policy question_message_read on question_message for select using (
    exists (select 1 from question q where q.id = question_message.question_id));
create policy question_message_new on question_message for insert with check (
    current_setting('app.orgs', true) = 'platform');
grant select, insert on question, question_message to referral;
