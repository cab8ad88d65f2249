-- A second person sends a draft back instead of issuing it. The return names the content that was read: once the draft is changed
-- it waits for a second person again. A row of its own, so that nobody who sends back can touch what was written. A draft that is
-- dropped goes with its returns; the acts of both stay.

create table edition_returns (
  edition  text collate "C" not null,
  digest   text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
  unit     text collate "C" not null,
  items    jsonb not null,
  reason   text not null check (char_length(reason) between 1 and 2000),
  until    date not null,
  at       timestamptz not null,
  by       uuid,
  primary key (edition, digest)
);
comment on column edition_returns.digest is 'The content that was sent back; any other content was not.';
comment on column edition_returns.items is 'Ids of stars, bottom lines (YYXY/B1) and criteria that are to be mended; none means all of it.';
comment on column edition_returns.reason is 'personal: purpose=why a draft was sent back; basis=statutory duty; seen-by=posts that draft or issue; days=3650';
comment on column edition_returns.by is 'The account that sent it back; screens do not show it.';
select app_table('edition_returns', 'standard', 'standards', 'A draft of an edition that a second person sent back, with what is to be mended.');

alter table edition_returns add constraint edition_returns_edition foreign key (edition) references editions (id) on delete cascade;
