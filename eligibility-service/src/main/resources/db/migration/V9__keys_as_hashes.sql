-- Of what a caller chose as the key of a request only a hash is kept: some build theirs from a patient's name. Replicas of the release
-- before are stopped first: they find no earlier key, do again what is repeated, and keep keys in clear.
set local lock_timeout = '5s';
update variant_classification
    set idempotency_key = encode(sha256(convert_to(organisation || '/' || idempotency_key, 'UTF8')), 'hex');
