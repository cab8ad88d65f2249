-- Notices and announcements to posts: one row whoever reads it, addressed to a unit; no list of readers.

create table notices (
  district      text collate "C" not null,
  unit          text collate "C" not null,
  id            uuid not null,
  sender        text collate "C" not null,
  reach         text collate "C" not null check (reach in ('at', 'below')),
  roles         text[] not null,
  room          text collate "C" not null,
  weight        text collate "C" not null check (weight in ('normal', 'urgent')),
  title         text not null check (char_length(title) between 1 and 200),
  title_en      text not null check (char_length(title_en) between 1 and 300),
  body          text not null check (char_length(body) <= 5000),
  path          text collate "C" not null check (path = '' or path like '/desk%'),
  at            timestamptz not null,
  until         date,
  withdrawn_at  timestamptz,
  withdrawn_for text check (char_length(withdrawn_for) <= 500),
  primary key (district, id),
  constraint notices_district check (district = left(unit, 6)),
  constraint notices_withdrawn check ((withdrawn_at is null) = (withdrawn_for is null))
);
create index notices_unit on notices (district, unit, at desc);
create index notices_sender on notices (district, sender, at desc);
create index notices_at on notices (district, at);
comment on column notices.unit is 'To whom it is addressed: its posts, and those below when reach says so. Who sent it stands in sender.';
comment on column notices.body is 'personal: purpose=what posts are told, may name people; basis=statutory duty; seen-by=posts it is addressed to and the sender''s office; days=365';
select app_table('notices', 'growing', 'notices', 'One notice or announcement to the posts of a unit; who has read it is recorded nowhere.');

create table notice_marks (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  person     uuid not null,
  seen_until timestamptz not null,
  primary key (district, id),
  constraint notice_marks_district check (district = left(unit, 6))
);
comment on column notice_marks.seen_until is 'personal: purpose=what is new for oneself; basis=statutory duty; seen-by=the person; days=365';
select app_table('notice_marks', 'growing', 'notices', 'Up to when a person has put notices of a post away, set by the person and read by nobody else; id is the post.');

create table notice_mails (
  district     text collate "C" not null,
  unit         text collate "C" not null,
  id           uuid not null,
  person       uuid not null,
  role         text collate "C" not null,
  language     text collate "C" not null check (language in ('zh', 'en')),
  address      text not null,
  daily_until  timestamptz not null,
  urgent_until timestamptz not null,
  primary key (district, id),
  constraint notice_mails_district check (district = left(unit, 6))
);
create index notice_mails_person on notice_mails (district, person);
comment on column notice_mails.address is 'personal: purpose=mail about notices, sealed by the vault; basis=consent; seen-by=the person; days=1';
comment on column notice_mails.daily_until is 'Up to which moment notices were mailed.';
select app_table('notice_mails', 'growing', 'notices', 'That a person wants mail about the notices of a post; deleted when switched off or when the post ends. Id is the post.');
