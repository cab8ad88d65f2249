-- Passwords in a table of their own: a role that serves requests makes the row with the account and can only empty it later.
-- While hash and login name shared a row, no policy could allow a new login name and refuse a new hash.

create table passwords (
  person      uuid not null,
  unit        text collate "C" not null,
  hash        text collate "C",
  must_change boolean not null,
  set_at      timestamptz,
  primary key (person),
  constraint passwords_set check ((hash is null) = (set_at is null)),
  constraint passwords_person foreign key (person, unit) references persons (id, unit) on update cascade on delete cascade
);
create index passwords_home on passwords (person, unit);
select app_table('passwords', 'local', 'people', 'The password hash of a person, if any, one row an account from its beginning; local because only the door reads it.');
comment on column passwords.hash is 'personal: purpose=sign-in, argon2id; basis=statutory duty; seen-by=nobody; days=1095 after the last post ends';
