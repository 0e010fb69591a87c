-- Whether a hub may see a match run, the policy asks of the offers that were made by it: without this it read all of them, at
-- each look at one.
drop index concurrently if exists offer_made_by;
create index concurrently offer_made_by on offer (match_run_id);
