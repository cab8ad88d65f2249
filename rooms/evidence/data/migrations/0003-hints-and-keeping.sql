-- A view for looking closely; a masked copy that names what it was made from; erasure; what a unit says of a time without
-- evidence; and hints for reviewers with what they are found by.

alter table evidence_items add column zoom text collate "C";
alter table evidence_items add column derived_from uuid;
alter table evidence_items add column masked_at timestamptz;
alter table evidence_items add column erased_at timestamptz;
alter table evidence_items alter column file drop not null;
alter table evidence_items add constraint evidence_items_erased
  check ((erased_at is null) = (file is not null) and (erased_at is null or (preview = 'none' and zoom is null and name = '' and spot is null)));
comment on column evidence_items.zoom is 'file: view of 2560 pixels, upright, without EXIF; that of 1600 where the picture has no more.';
comment on column evidence_items.derived_from is 'The item that it is a masked copy of (faces, number plates); stands in the same unit.';
comment on column evidence_items.masked_at is 'When a masked copy was made: from then on only reviewers and who put it in see this one.';
comment on column evidence_items.erased_at is 'When file, words and views were taken out; that there was an item stays.';
create index evidence_items_derived on evidence_items (district, derived_from) where derived_from is not null;

-- Words and file of an item never change; they go when it is erased, and at no other time.
create function evidence_items_stay() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.shows, new.spot, new.name, new.file) is distinct from (old.shows, old.spot, old.name, old.file)
     and (new.erased_at is null or old.erased_at is not null) then
    raise exception 'evidence never changes' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger evidence_items_stay before update on evidence_items for each row execute function evidence_items_stay();

create table evidence_nothings (
  district  text collate "C" not null,
  unit      text collate "C" not null,
  id        uuid not null,
  from_day  date not null,
  to_day    date not null,
  stated_at timestamptz not null,
  actor     uuid not null,
  primary key (district, id),
  constraint evidence_nothings_district check (district = left(unit, 6)),
  constraint evidence_nothings_days check (from_day <= to_day),
  constraint evidence_nothings_once unique (district, unit, from_day, to_day)
);
select app_table('evidence_nothings', 'growing', 'evidence',
  'A unit says that a time has nothing to show (本期无): not the same as nothing having been uploaded.');

create table evidence_prints (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  same     text collate "C" not null,
  family   uuid not null,
  print    bit(64),
  band_a   int,
  band_b   int,
  band_c   int,
  band_d   int,
  taken_on date,
  primary key (district, id),
  constraint evidence_prints_district check (district = left(unit, 6)),
  constraint evidence_prints_bands check ((print is null) = (band_a is null) and (print is null) = (band_b is null)
    and (print is null) = (band_c is null) and (print is null) = (band_d is null))
);
create index evidence_prints_same on evidence_prints (same);
create index evidence_prints_a on evidence_prints (band_a) where band_a is not null;
create index evidence_prints_b on evidence_prints (band_b) where band_b is not null;
create index evidence_prints_c on evidence_prints (band_c) where band_c is not null;
create index evidence_prints_d on evidence_prints (band_d) where band_d is not null;
comment on column evidence_prints.same is 'SHA-256 of the original: the same bytes elsewhere.';
comment on column evidence_prints.family is 'The item, or the one that it is a masked copy of: a family is never compared with itself.';
comment on column evidence_prints.print is 'Difference hash of how the picture looks; the bands are its four quarters of 16 bits.';
comment on column evidence_prints.taken_on is 'The day that the camera wrote into it.';
select app_table('evidence_prints', 'growing', 'evidence',
  'What an item is recognised by; read by the house alone, over all districts, in the background.');

create table evidence_hints (
  district text collate "C" not null,
  unit     text collate "C" not null,
  item     uuid not null,
  kind     text collate "C" not null check (kind in ('elsewhere', 'repeated', 'before-after', 'day')),
  taken_on date,
  found_at timestamptz not null,
  primary key (district, item, kind),
  constraint evidence_hints_district check (district = left(unit, 6)),
  constraint evidence_hints_day check ((kind = 'day') = (taken_on is not null))
);
select app_table('evidence_hints', 'growing', 'evidence',
  'Something for a reviewer to look at; never a verdict, never shown to anybody who does not review.');

create table evidence_hint_others (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  item       uuid not null,
  kind       text collate "C" not null,
  other_unit text collate "C" not null,
  other_item uuid not null,
  distance   int not null check (distance between 0 and 64),
  primary key (district, item, kind, other_item),
  constraint evidence_hint_others_district check (district = left(unit, 6))
);
create index evidence_hint_others_other on evidence_hint_others (other_item);
comment on column evidence_hint_others.distance is 'In how many of 64 bits the two differ; 0 for the same bytes, too.';
select app_table('evidence_hint_others', 'growing', 'evidence',
  'Which other item a hint rests on; seen only by who reviews both units.');

alter table evidence_hint_others add constraint evidence_hint_others_hint
  foreign key (district, item, kind) references evidence_hints (district, item, kind) on delete cascade;
