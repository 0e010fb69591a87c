-- A list of a hub's offers in one state begins at its hub and state: among a hub's many offers few are open. What waits for an
-- answer, in the order of its urgency, has its own index.
create index offers_of_in_state on offer (hub_id, state, id);
