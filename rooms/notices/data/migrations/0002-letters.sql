-- A letter on its way: noted before it is sent and forgotten when the mail server has said yes or no. What stays here is a letter
-- of which nobody knows whether it was taken.

create table notice_letters (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  post     uuid not null,
  kind     text collate "C" not null check (kind in ('daily', 'urgent')),
  until    timestamptz not null,
  tries    int not null check (tries between 1 and 2),
  tried_at timestamptz not null,
  primary key (district, id),
  constraint notice_letters_district check (district = left(unit, 6)),
  constraint notice_letters_once unique (district, post, kind)
);
comment on column notice_letters.id is 'Also its Message-ID: sent again, it is the same letter to whoever sorts mail.';
comment on column notice_letters.until is 'Up to which moment it tells notices.';
select app_table('notice_letters', 'growing', 'notices', 'A letter about notices that is being sent, or whose sending was broken off.');

alter table notice_letters add constraint notice_letters_of
  foreign key (district, post) references notice_mails (district, id) on delete cascade;
