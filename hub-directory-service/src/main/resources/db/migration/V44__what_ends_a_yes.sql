-- A hub gives back a child whom it has accepted: who, and why. When it had said yes stays known: ended_at is the last word.
alter table offer add column accepted_at timestamptz;
alter table offer add column give_back_reason text;
alter table offer add column given_back_by text;

-- The hospital wants to stop and the hub has not answered: whoever gives the child back now gives it to nobody else.
alter table placement add column stop_wanted boolean not null default false;

-- Row-level security is forced: the owner too says for whom.
select set_config('app.orgs', 'platform', true);
update offer set accepted_at = ended_at where state = 'ACCEPTED';
