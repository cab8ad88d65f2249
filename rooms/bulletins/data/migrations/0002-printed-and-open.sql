-- How bulletins are printed and who reads them: red heads kept as data, pictures out of cited evidence, and bulletins that
-- anybody may read.

alter table bulletins add column letterhead jsonb;
comment on column bulletins.letterhead is 'The red head, 抄送机关 and 印发机关 as they are printed; part of what was signed. Null: printed without.';
alter table bulletins drop constraint bulletins_audience_check;
alter table bulletins add constraint bulletins_audience check (audience in ('own', 'below', 'public'));

create index bulletins_open on bulletins (district, published_on desc) where state = 'published' and audience = 'public';

create table bulletin_letterheads (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  name     text not null check (char_length(name) between 1 and 50),
  mark     text not null check (char_length(mark) between 1 and 40),
  prefix   text not null check (char_length(prefix) <= 30),
  copies   text not null check (char_length(copies) <= 500),
  office   text not null check (char_length(office) between 1 and 100),
  retired  boolean not null,
  primary key (district, id),
  constraint bulletin_letterheads_district check (district = left(unit, 6))
);
create index bulletin_letterheads_unit on bulletin_letterheads (district, unit);
select app_table('bulletin_letterheads', 'growing', 'bulletins',
  'A red head and imprint (版头、版记) that a unit and those below it print their bulletins with; a bulletin keeps its own copy.');

create table bulletin_pictures (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  bulletin uuid not null,
  state    text collate "C" not null check (state in ('draft', 'published')),
  audience text collate "C" not null check (audience in ('own', 'below', 'public')),
  file     text collate "C" not null,
  width    int not null check (width > 0),
  height   int not null check (height > 0),
  primary key (district, id),
  constraint bulletin_pictures_district check (district = left(unit, 6))
);
create index bulletin_pictures_bulletin on bulletin_pictures (district, bulletin);
comment on column bulletin_pictures.file is 'file: the view of the cited evidence, without data of the camera.';
comment on column bulletin_pictures.state is 'As its bulletin: published with it, and then read by whom the bulletin is for.';
select app_table('bulletin_pictures', 'growing', 'bulletins',
  'A picture of a bulletin, taken over from evidence that it cites; who put it in confirmed that nobody is shown who may not be.');

alter table bulletin_pictures add constraint bulletin_pictures_of
  foreign key (district, bulletin) references bulletins (district, id) on delete restrict;
