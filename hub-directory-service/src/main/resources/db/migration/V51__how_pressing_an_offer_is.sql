-- How pressing an offer is is derived on the day on which it is made: a hub that is asked later has not the time of the first.
-- Within so many days of the end of the eligibility it is critical, within so many pressing; a child under so many weeks is
-- pressing. A convention, first values: those by which referral-service asks.
alter table routing_parameters
    add column critical_days int,
    add column pressing_days int,
    add column newborn_weeks int;
update routing_parameters set critical_days = 7, pressing_days = 30, newborn_weeks = 6;
alter table routing_parameters
    alter column critical_days set not null,
    alter column pressing_days set not null,
    alter column newborn_weeks set not null;
