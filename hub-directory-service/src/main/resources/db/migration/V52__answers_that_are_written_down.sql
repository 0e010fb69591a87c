-- A hub answers by telephone, and the coordinator writes it down: how it came, who has said it there, and when. Who has written
-- it down is answered_by, for the organisation named here.
alter table offer
    add column heard_channel text,
    add column heard_organisation text,
    add column heard_function text,
    add column heard_rpps text,
    add column heard_said_at timestamptz,
    add constraint heard_whole check (
        num_nonnulls(heard_channel, heard_organisation, heard_function, heard_said_at) in (0, 4));
