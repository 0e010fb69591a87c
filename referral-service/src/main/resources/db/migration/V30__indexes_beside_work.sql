-- Built while others write: in no transaction, and without a lock that anybody waits for. One that was broken off leaves an index that is
-- not valid, which is dropped first where this is run again.
drop index concurrently if exists referral_reminding_unplanned;
create index concurrently referral_reminding_unplanned on referral (id) where reminding_unplanned;

-- What is told of who looked at a referral is newest first, from a place on: what it has in one instant is in the order of the ids.
drop index concurrently if exists audit_by_place;
create index concurrently audit_by_place on audit (referral_id, at, id);
drop index concurrently if exists audit_of;
