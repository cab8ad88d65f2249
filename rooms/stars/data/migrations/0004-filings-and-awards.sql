-- Certified stars filed with the level above, and what units were commended for. There are no flags of shame and no fines.

create table star_filings (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  cycle    uuid not null,
  number   int not null check (number > 0),
  filed_on date not null,
  document text not null check (char_length(document) between 1 and 80),
  honours  uuid[] not null check (cardinality(honours) > 0),
  primary key (district, id),
  constraint star_filings_district check (district = left(unit, 6))
);
create unique index star_filings_number on star_filings (district, cycle, unit, number);
select app_table('star_filings', 'growing', 'stars', 'A list of certified stars that a county filed with the level above (备案), with its document number.');

create table star_awards (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  subject      text collate "C" not null,
  cycle        uuid,
  kind         text collate "C" not null check (kind in ('red-banner', 'progress', 'commendation')),
  title        text not null check (char_length(title) between 1 and 100),
  basis        text not null check (char_length(basis) between 1 and 1000),
  document     text not null check (char_length(document) <= 80),
  on_day       date not null,
  withdrawn_on date,
  primary key (district, id),
  constraint star_awards_district check (district = left(unit, 6)),
  constraint star_awards_subject check (subject ^@ unit)
);
create index star_awards_subject on star_awards (district, subject, on_day);
comment on column star_awards.basis is 'not personal: what the award rests on, published with it';
select app_table('star_awards', 'growing', 'stars', 'What a unit was commended for, with its basis; anybody may read it.');
