-- The stars of a province on a past day, and what was aimed for in one quarter of many, are added up along these alone: the
-- rows themselves are not read. They are in the order of what is counted together.

create index star_honours_held on star_honours (district, cycle, star, from_day) include (steps, id);
create index star_targets_of_quarter on star_targets (quarter, district, cycle, stars);
