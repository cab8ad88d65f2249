-- Bulletins: drafted from data, signed off by a second person, published under a number, never changed afterwards.

create table bulletins (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  state        text collate "C" not null check (state in ('draft', 'signed', 'published')),
  audience     text collate "C" not null check (audience in ('below', 'own')),
  prefix       text check (char_length(prefix) between 1 and 30),
  year         int check (year between 2000 and 2999),
  serial       int check (serial > 0),
  title        text not null check (char_length(title) between 1 and 200),
  addressee    text not null check (char_length(addressee) <= 300),
  issuer       text not null check (char_length(issuer) between 1 and 100),
  body         jsonb not null,
  attachments  jsonb not null,
  figures      jsonb not null,
  digest       text collate "C" not null,
  note         text not null check (char_length(note) <= 2000),
  corrects     uuid,
  drafted_on   date not null,
  drafted_by   uuid,
  editors      uuid[] not null,
  signed_on    date,
  signed_by    uuid,
  published_on date,
  published_by uuid,
  primary key (district, id),
  constraint bulletins_district check (district = left(unit, 6)),
  constraint bulletins_signed check ((state = 'draft') = (signed_on is null)),
  -- Signed off by a second person, never by one who wrote in it.
  constraint bulletins_second check (signed_by is null or not (signed_by = any (editors))),
  constraint bulletins_published check (
    (state = 'published') = (published_on is not null) and (state = 'published') = (serial is not null)
    and (serial is null) = (prefix is null) and (serial is null) = (year is null))
);
create unique index bulletins_number on bulletins (district, unit, prefix, year, serial);
create index bulletins_unit on bulletins (district, unit, id);
create index bulletins_corrects on bulletins (district, corrects);
comment on column bulletins.body is 'personal: purpose=what the bulletin says, may name people; basis=statutory duty; seen-by=as audience says once published, before that posts that draft or sign; days=3650';
comment on column bulletins.note is 'personal: purpose=why it was returned; basis=statutory duty; seen-by=posts that draft or sign; days=3650';
comment on column bulletins.figures is 'Every figure of the text with its query and the cut of data it came from.';
comment on column bulletins.digest is 'SHA-256 of the canonical content; what was signed off.';
select app_table('bulletins', 'growing', 'bulletins',
  'One bulletin (通报) of a unit; once published a row is never changed, a correction is another row that names it.');

alter table bulletins add constraint bulletins_correct
  foreign key (district, corrects) references bulletins (district, id) on delete restrict;
