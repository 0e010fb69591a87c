-- What every batch of events begins with, in one trip: it is the platform that speaks, as the row-level policies understand it, for
-- the rest of the transaction; a place for each key, which is held; how far it has come, and whether anything waits for its turn.
-- Each statement sees what was committed before it: whoever was waited for may have put something there. A plan that was made
-- while the tables were empty would read the whole of them for ever after.
create function inbox_take(of_topic text, keys text[]) returns table (key text, sequence bigint, parked boolean)
language plpgsql set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
    perform set_config('app.orgs', 'platform', true);
    insert into inbox_position (topic, key, sequence)
    select of_topic, k, 0 from unnest(keys) k order by k
    on conflict (topic, key) do update set sequence = inbox_position.sequence;
    return query
        select p.key, p.sequence, exists (select 1 from inbox_parked q where q.topic = p.topic and q.key = p.key)
        from inbox_position p
        where p.topic = of_topic and p.key = any (keys);
end
$$;

-- Events that nobody here understands only count. Where those of a key come in turn, from its first to its last, and nothing waits
-- for one of them, they are counted; returned is of how many keys. The others stay as they are.
create function inbox_pass(of_topic text, keys text[], firsts bigint[], lasts bigint[]) returns int
language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
    passed int;
    begun int;
begin
    perform set_config('app.orgs', 'platform', true);
    perform 1 from inbox_position p where p.topic = of_topic and p.key = any (keys) order by p.key for update;
    update inbox_position p set sequence = n.last
    from unnest(keys, firsts, lasts) as n (key, first, last)
    where p.topic = of_topic and p.key = any (keys) and p.key = n.key and p.sequence = n.first - 1
        and not exists (select 1 from inbox_parked q where q.topic = p.topic and q.key = p.key);
    get diagnostics passed = row_count;
    insert into inbox_position (topic, key, sequence)
    select of_topic, n.key, n.last
    from unnest(keys, firsts, lasts) as n (key, first, last)
    where n.first = 1 and not exists (select 1 from inbox_position p where p.topic = of_topic and p.key = n.key)
    order by n.key
    on conflict do nothing;
    get diagnostics begun = row_count;
    return passed + begun;
end
$$;
