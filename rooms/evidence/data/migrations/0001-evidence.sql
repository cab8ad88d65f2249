-- Evidence: a file once, cited many times. The bytes stand in the store of files, here are who put them in, what they
-- show, and who cites them. A column whose comment begins with `file:` names a stored file: verify and backup go by that.

create table evidence_uploads (
  id         uuid primary key,
  unit       text collate "C" not null,
  actor      uuid,
  seat       uuid,
  sha256     text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes      int not null check (bytes > 0),
  received   int not null check (received >= 0 and received <= bytes),
  media      text collate "C" not null,
  name       text not null check (char_length(name) <= 120),
  width      int check (width > 0),
  height     int check (height > 0),
  file       text collate "C",
  begun_at   timestamptz not null,
  arrived_at timestamptz,
  constraint evidence_uploads_who check ((actor is null) <> (seat is null)),
  constraint evidence_uploads_arrived check ((file is null) = (arrived_at is null) and (file is null or (file = sha256 and received = bytes)))
);
create index evidence_uploads_begun on evidence_uploads (begun_at);
comment on column evidence_uploads.file is 'file: the bytes, once they have arrived and their hash agrees.';
comment on column evidence_uploads.received is 'Bytes acknowledged to the sender; every one of them is on the disk.';
select app_table('evidence_uploads', 'local', 'evidence',
  'One file on its way, or its receipt; seen by its sender alone. Local because it belongs to no district and lives for days.');

create table evidence_items (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  subject      text collate "C" not null,
  shows        text not null check (char_length(shows) between 1 and 200),
  spot         text check (char_length(spot) between 1 and 80),
  phase        text collate "C" check (phase in ('before', 'during', 'after')),
  effective_on date not null,
  recorded_at  timestamptz not null,
  actor        uuid,
  seat         uuid,
  file         text collate "C" not null check (file ~ '^[0-9a-f]{64}$'),
  name         text not null check (char_length(name) <= 120),
  media        text collate "C" not null,
  bytes        int not null check (bytes > 0),
  width        int check (width > 0),
  height       int check (height > 0),
  preview      text collate "C" not null check (preview in ('waiting', 'made', 'none', 'failed')),
  small        text collate "C",
  large        text collate "C",
  primary key (district, id),
  constraint evidence_items_place unique (district, id, unit, subject),
  constraint evidence_items_district check (district = left(unit, 6)),
  constraint evidence_items_who check ((actor is null) <> (seat is null)),
  constraint evidence_items_views check ((preview = 'made') = (small is not null and large is not null))
);
create index evidence_items_unit on evidence_items (district, unit, effective_on);
create index evidence_items_subject on evidence_items (district, subject, effective_on);
create index evidence_items_file on evidence_items (district, file);
comment on column evidence_items.subject is 'The unit it speaks of; the unit itself unless a township or a judge recorded it about a village.';
comment on column evidence_items.effective_on is 'The day of what it shows, apart from the day of recording.';
comment on column evidence_items.file is 'file: the original as it came.';
comment on column evidence_items.small is 'file: view of 360 pixels, upright, without EXIF.';
comment on column evidence_items.large is 'file: view of 1600 pixels, upright, without EXIF.';
comment on column evidence_items.width is 'Pixels as the header says; upright as soon as the views are made.';
select app_table('evidence_items', 'growing', 'evidence',
  'What one file shows, of which unit, when; never changed afterwards but for its views. The same file may stand in several.');

create table evidence_citations (
  district        text collate "C" not null,
  unit            text collate "C" not null,
  id              uuid not null,
  item            uuid not null,
  subject         text collate "C" not null,
  target          text collate "C" not null check (target ~ '^[a-z][a-z-]{1,30}:[A-Za-z0-9._-]{1,80}$'),
  cited_at        timestamptz not null,
  actor           uuid,
  seat            uuid,
  withdrawn_at    timestamptz,
  withdrawn_actor uuid,
  withdrawn_seat  uuid,
  primary key (district, id),
  constraint evidence_citations_district check (district = left(unit, 6)),
  constraint evidence_citations_who check ((actor is null) <> (seat is null)),
  constraint evidence_citations_withdrawn
    check (case when withdrawn_at is null then withdrawn_actor is null and withdrawn_seat is null
           else (withdrawn_actor is null) <> (withdrawn_seat is null) end)
);
create unique index evidence_citations_once on evidence_citations (district, item, target) where withdrawn_at is null;
create index evidence_citations_target on evidence_citations (district, target);
create index evidence_citations_item on evidence_citations (district, item, unit, subject);
comment on column evidence_citations.target is 'kind:id of what cites it.';
select app_table('evidence_citations', 'growing', 'evidence',
  'One use of an item by a record of any room; stands with the item. A withdrawn one stays and the file with it.');

alter table evidence_citations add constraint evidence_citations_of_item
  foreign key (district, item, unit, subject) references evidence_items (district, id, unit, subject) on delete restrict;
