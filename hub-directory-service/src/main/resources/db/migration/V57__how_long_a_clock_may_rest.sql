-- How long the clock of an offer may rest from the first question on, so that no question holds a child for ever: working
-- days where a hub's time is counted so, else hours. A convention, first values, to be set with hospitals and hubs.
alter table routing_parameters
    add column rest_working_days int,
    add column rest_pressing_hours int,
    add column rest_critical_hours int;
update routing_parameters set rest_working_days = 5, rest_pressing_hours = 24, rest_critical_hours = 4;
alter table routing_parameters
    alter column rest_working_days set not null,
    alter column rest_pressing_hours set not null,
    alter column rest_critical_hours set not null;
