-- What a hub has said with its yes, in codes, days and the number of its desk, as the JSON that OfferAccepted carries. None of the
-- offers from before has any; kept where the yes holds no longer, and shown to nobody then.
alter table offer
    add column terms text,
    add constraint terms_of_a_yes check (terms is null or accepted_at is not null);
