-- The connector's heartbeat is a message in the write-ahead log: a row of a table outside the publication is never sent to
-- it, and its slot stayed where it was.
drop table heartbeat;
