-- The region of a unit stands among its pairs (of a township or village its prefecture, one for all above), so that a search
-- can ask region by region (data/search.ts). The indexes are built anew: faster than filing every row a second time.

drop index unit_versions_grams_upper;
drop index unit_versions_grams_village;
update unit_versions set grams = array_append(grams, case when level < 4 then '@' else '@' || left(code, 4) end);
create index unit_versions_grams_upper on unit_versions using gin (grams) with (gin_pending_list_limit = 1024) where level < 5;
create index unit_versions_grams_village on unit_versions using gin (grams) with (gin_pending_list_limit = 1024) where level = 5;

-- Initials of upper levels are asked first; among those of the villages they are few.
create index unit_versions_initials_upper on unit_versions (initials) where level < 5;
