select set_config('app.orgs', 'platform', true);
-- Whoever works goes on: where a table is not free at once the service does not start, and is started again.
set local lock_timeout = '5s';

-- Until when a hospital is asked to send the facts that its referral waits for: set when the wait begins, and what reminders go by. Null
-- while it waits for none. Of what waits already it is what the hospital was, or will be, reminded of; where that is unknown, it stays so.
alter table referral add column facts_due_at timestamptz;
update referral r set facts_due_at = m.due_at from reminder m
where r.state = 'AWAITING_INFORMATION' and m.referral_id = r.id and m.kind = 'FACTS' and m.about = (
    select cast(min(t.version) as text) from timeline t where t.referral_id = r.id and t.version > coalesce((
        select max(o.version) from timeline o
        where o.referral_id = r.id and o.state <> 'AWAITING_INFORMATION'), 0));

-- A release that knows of no limit moves a referral and leaves it as it was: it was of another wait.
create function facts_are_due_no_more() returns trigger language plpgsql as $$
    begin
        new.facts_due_at := null;
        return new;
    end
$$;
create trigger facts_due_ends before update on referral for each row when (
    old.state is distinct from new.state and old.facts_due_at is not null
    and new.facts_due_at is not distinct from old.facts_due_at)
    execute function facts_are_due_no_more();
