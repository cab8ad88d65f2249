-- What boards of a prefecture or a province read: a county's totals, added up again within a minute of a change.

create table star_totals (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  cycle    uuid not null,
  quarter  text collate "C" not null check (quarter ~ '^(\d{4}Q[1-4])?$'),
  parts    jsonb not null,
  as_of    timestamptz not null,
  primary key (district, id),
  constraint star_totals_district check (district = left(unit, 6))
);
create unique index star_totals_part on star_totals (district, cycle, unit, quarter);
comment on column star_totals.quarter is 'Of targets; empty for what stands and is held, whatever the quarter.';
comment on column star_totals.parts is 'Units by the stars they aim for or hold, candidacies by state.';
select app_table('star_totals', 'growing', 'stars', 'A county''s totals in a cycle of the level above; the row of the cycle''s own unit says when all were last looked at.');
