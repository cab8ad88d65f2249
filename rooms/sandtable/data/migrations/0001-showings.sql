-- What a desk shows on a big screen that follows it: which unit, which quarter, which spot. Not what stands there: the screen asks
-- for that with the session of whoever is signed in on it.

create table sandtable_showings (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  code      text collate "C" not null check (code ~ '^\d{6}$'),
  scene     jsonb not null,
  version   int not null check (version > 0),
  turned_at timestamptz not null,
  ended_at  timestamptz,
  primary key (district, id),
  constraint sandtable_showings_district check (district = left(unit, 6))
);
create index sandtable_showings_code on sandtable_showings (code, turned_at) where ended_at is null;
comment on column sandtable_showings.code is 'Typed on the screen that is to follow; it opens nothing that the post there does not reach.';
comment on column sandtable_showings.scene is 'Unit, quarter, spot, whether two pictures are compared, whether the screen is dark.';
select app_table('sandtable_showings', 'growing', 'sandtable', 'A desk that drives a big screen at the sand table; unit is that of the post which began.');
