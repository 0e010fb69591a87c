-- Of what a caller chose as the key of a request only a hash is kept: some build theirs from a patient's name. While replicas of the
-- release before still run, a request that is repeated across the two is done by each.
set local lock_timeout = '5s';
update idempotency set key = encode(sha256(convert_to(organisation || '/' || key, 'UTF8')), 'hex');
update travel_import set key = encode(sha256(convert_to(organisation || '/' || key, 'UTF8')), 'hex');
