-- Photos on a sheet: which seat took which, of what. The pictures are evidence that the round opens at its reveal; who took
-- them stays here, with the seat itself and those who count.

create table round_photos (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  round     uuid not null,
  seat      uuid not null,
  subject   text collate "C" not null,
  component text collate "C" not null,
  state     text collate "C" not null check (state in ('kept', 'withdrawn')),
  salt      text collate "C" not null,
  at        timestamptz not null,
  primary key (district, id),
  constraint round_photos_district check (district = left(unit, 6))
);
create index round_photos_round on round_photos (district, round, seat);
comment on column round_photos.id is 'Made by the phone; also that of the evidence item, where one was recorded.';
comment on column round_photos.state is 'withdrawn: the judge took it back; one that arrives after that is not recorded.';
comment on column round_photos.salt is 'Of the digest that the act of adding carries.';
select app_table('round_photos', 'growing', 'rounds',
  'A photo on a sheet: seat, unit, component; read by its own seat, tellers and supervisor only, before the reveal and after.');
