-- Built while others write: in no transaction, and without a lock that anybody waits for. One that was broken off leaves an index that is
-- not valid, which is dropped first where this is run again.
drop index concurrently if exists referral_reminding_unplanned;
create index concurrently referral_reminding_unplanned on referral (id) where reminding_unplanned;
