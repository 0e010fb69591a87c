-- By which numbers patterns of declines and expiries are read, from a day on: how far is near and far, which départements lie
-- overseas, below which number no cell is told, and how sure an interval has to be. Those in force on the last day of a period count.
create table pattern_parameters (
    valid_from date primary key,
    near_under_minutes int not null check (near_under_minutes > 0),
    far_from_minutes int not null check (far_from_minutes >= near_under_minutes),
    overseas text[] not null,
    smallest_cell int not null check (smallest_cell > 1),
    confidence numeric(5, 4) not null check (confidence > 0.5 and confidence < 1),
    source text not null
);
insert into pattern_parameters values (
    '2020-01-01', 60, 180, '{971,972,973,974,976}', 5, 0.99,
    '[CONV] first values: under an hour, three hours and more, no cell under 5, intervals of 99 %; overseas as INSEE numbers the départements');
grant select on pattern_parameters to hub_directory;
