-- Editions of standards: drafted, issued, never changed again. Retiring and use are rows of their own, so that no update ever
-- touches an issued edition.

create table editions (
  id         text collate "C" not null primary key check (id ~ '^[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+$' and char_length(id) <= 120),
  unit       text collate "C" not null check (char_length(unit) in (2, 4, 6)),
  state      text collate "C" not null check (state in ('draft', 'issued')),
  origin     text collate "C" not null check (origin in ('shipped', 'own')),
  title      text not null check (char_length(title) between 1 and 1000),
  replaces   text collate "C",
  digest     text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
  content    jsonb not null,
  drafted_on date not null,
  drafted_by uuid,
  issued_on  date,
  issued_by  uuid,
  constraint editions_issued check ((state = 'issued') = (issued_on is not null)),
  constraint editions_content check (content ->> 'id' = id)
);
comment on column editions.content is 'The document of the edition, as pack.json holds it; digest is the SHA-256 of its canonical form.';
comment on column editions.drafted_by is 'The account that drafted it; screens do not show it.';
comment on column editions.issued_by is 'The account that issued it; screens do not show it.';
select app_table('editions', 'standard', 'standards', 'One edition of standards, of the unit that keeps it; once issued a row is never changed.');

create table edition_retirements (
  edition text collate "C" not null primary key references editions (id) on delete restrict,
  unit    text collate "C" not null,
  on_day  date not null,
  by      uuid
);
comment on column edition_retirements.by is 'The account that retired it; screens do not show it.';
select app_table('edition_retirements', 'standard', 'standards', 'An edition that no new cycle may use.');

create table edition_uses (
  district text collate "C" not null,
  unit     text collate "C" not null,
  edition  text collate "C" not null,
  used_by  text collate "C" not null check (used_by ~ '^[a-z-]{1,40}:[A-Za-z0-9.-]{1,80}$'),
  since    date not null,
  primary key (district, edition, used_by),
  constraint edition_uses_district check (district = left(unit, 6))
);
comment on column edition_uses.used_by is 'kind:id of the record that runs on the edition, for instance cycle:….';
select app_table('edition_uses', 'growing', 'standards', 'Which record of a unit runs on which edition.');

create table edition_additions (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  edition    text collate "C" not null,
  star       text collate "C" not null,
  criterion  text collate "C" not null,
  content    jsonb not null,
  valid_from date not null,
  valid_to   date,
  added_by   uuid,
  primary key (district, id),
  constraint edition_additions_district check (district = left(unit, 6)),
  constraint edition_additions_township check (char_length(unit) >= 9),
  constraint edition_additions_content check (content ->> 'id' = criterion),
  constraint edition_additions_period check (valid_to is null or valid_to >= valid_from)
);
create unique index edition_additions_criterion on edition_additions (district, unit, edition, criterion);
comment on column edition_additions.added_by is 'The account that added it; screens do not show it.';
select app_table('edition_additions', 'growing', 'standards',
  'A stricter criterion that a township asks beside an edition, from one day to another; nothing of the edition is ever taken away.');

alter table edition_uses add constraint edition_uses_edition foreign key (edition) references editions (id) on delete restrict;
alter table edition_additions add constraint edition_additions_edition foreign key (edition) references editions (id) on delete restrict;
