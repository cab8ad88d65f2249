-- Accounts, how they are entered, posts in time, and the record of looks at phone numbers.

create table persons (
  district    text collate "C" not null,
  unit        text collate "C" not null,
  id          uuid not null,
  name        text not null,
  state       text collate "C" not null,
  phone       text collate "C",
  phone_index text collate "C",
  created_at  timestamptz not null,
  primary key (id),
  constraint persons_home unique (id, unit),
  constraint persons_phone unique (phone_index),
  constraint persons_district check (district = left(unit, 6)),
  constraint persons_state check (state in ('active', 'locked', 'erased')),
  constraint persons_phone_pair check ((phone is null) = (phone_index is null)),
  constraint persons_erased check (state <> 'erased' or phone is null)
);
create index persons_unit on persons (unit, id);
select app_table('persons', 'standard', 'people', 'An account: a person with a home unit. What it may do comes from its posts.');
comment on column persons.name is 'personal: purpose=who decided and whom to ask; basis=statutory duty; seen-by=posts with people.read over the home unit; days=1095 after the last post ends';
comment on column persons.phone is 'personal: purpose=sign-in and calling back, sealed by the vault; basis=statutory duty; seen-by=masked to posts with people.read, in full by a logged reveal; days=1095 after the last post ends';
comment on column persons.phone_index is 'personal: purpose=finding an account by phone, keyed digest; basis=statutory duty; seen-by=nobody; days=1095 after the last post ends';

-- How a person enters. The two rows of a person keep the same unit by the reference below.
create table credentials (
  person      uuid not null,
  unit        text collate "C" not null,
  login       text collate "C",
  hash        text collate "C",
  must_change boolean not null,
  set_at      timestamptz,
  language    text collate "C",
  primary key (person),
  constraint credentials_login unique (login),
  constraint credentials_set check ((hash is null) = (set_at is null)),
  constraint credentials_language check (language in ('zh', 'en')),
  constraint credentials_person foreign key (person, unit) references persons (id, unit) on update cascade on delete cascade
);
create index credentials_home on credentials (person, unit);
select app_table('credentials', 'local', 'people', 'Login name, password hash and language of a person; local because only the door reads it.');
comment on column credentials.login is 'personal: purpose=sign-in; basis=statutory duty; seen-by=posts with people.manage over the home unit; days=1095 after the last post ends';
comment on column credentials.hash is 'personal: purpose=sign-in, argon2id; basis=statutory duty; seen-by=nobody; days=1095 after the last post ends';

create table identities (
  issuer  text collate "C" not null,
  subject text collate "C" not null,
  person  uuid not null,
  unit    text collate "C" not null,
  primary key (issuer, subject),
  constraint identities_person foreign key (person, unit) references persons (id, unit) on update cascade on delete cascade
);
create index identities_home on identities (person, unit);
select app_table('identities', 'local', 'people', 'Which account of a single sign-on provider is which person; local like credentials.');
comment on column identities.subject is 'personal: purpose=single sign-on; basis=statutory duty; seen-by=posts with people.manage over the home unit; days=1095 after the last post ends';

create table sessions (
  id         uuid not null,
  token      text collate "C" not null,
  person     uuid not null,
  post       uuid,
  means      text collate "C" not null,
  agent      text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (id),
  constraint sessions_token unique (token),
  constraint sessions_means check (means in ('password', 'oidc', 'invitation')),
  constraint sessions_person foreign key (person) references persons (id) on delete cascade
);
create index sessions_of on sessions (person);
create index sessions_old on sessions (expires_at);
select app_table('sessions', 'local', 'people', 'Living sessions: digest of the token, acting post, end. An ended session is deleted; nothing is kept of what it did.');
comment on column sessions.agent is 'personal: purpose=recognising one''s own sessions (family of browser and system); basis=statutory duty; seen-by=the person; days=30';

create table posts (
  district   text collate "C" not null,
  unit       text collate "C" not null,
  id         uuid not null,
  person     uuid not null,
  role       text collate "C" not null,
  star       text collate "C",
  round      uuid,
  department uuid,
  valid_from date not null,
  valid_to   date,
  primary key (district, id),
  constraint posts_district check (district = left(unit, 6)),
  constraint posts_period check (valid_to is null or valid_to >= valid_from - 1)
);
select app_table('posts', 'growing', 'people', 'Person x role x unit x (star, round or department) x from-to, both days inclusive. All access comes from posts.');
alter table posts add constraint posts_person foreign key (person) references persons (id) on delete restrict;
create index posts_of on posts (person);
create index posts_unit on posts (district, unit, role);

create table invitations (
  person     uuid not null,
  unit       text collate "C" not null,
  token      text collate "C" not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (person),
  constraint invitations_token unique (token),
  constraint invitations_person foreign key (person, unit) references persons (id, unit) on update cascade on delete cascade
);
create index invitations_home on invitations (person, unit);
create index invitations_old on invitations (expires_at);
select app_table('invitations', 'local', 'people', 'The one open invitation of a person: digest of its token and its end. Using it deletes it.');

create table attempts (
  key        text collate "C" not null,
  failures   int not null,
  last_at    timestamptz not null,
  primary key (key)
);
create index attempts_old on attempts (last_at);
select app_table('attempts', 'local', 'people', 'Failed sign-ins in a row, by account, by unknown name (digest) and by place (digest); forgotten after a day.');
comment on column attempts.key is 'personal: purpose=slowing down guessing of passwords, keyed digest; basis=statutory duty; seen-by=nobody; days=1';

create table reveals (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  at       timestamptz not null,
  person   uuid not null,
  viewer   uuid not null,
  role     text collate "C" not null,
  place    text collate "C" not null,
  reason   text not null,
  primary key (district, id),
  constraint reveals_district check (district = left(unit, 6))
);
select app_table('reveals', 'growing', 'people', 'Who looked at whose full phone number, acting as what, when and why. The person concerned sees it.');
alter table reveals add constraint reveals_person foreign key (person) references persons (id) on delete restrict;
alter table reveals add constraint reveals_viewer foreign key (viewer) references persons (id) on delete restrict;
create index reveals_of on reveals (person, at);
create index reveals_by on reveals (viewer);
comment on column reveals.reason is 'personal: purpose=answering for a look at a phone number; basis=Personal Information Protection Law art. 45 and 51; seen-by=the person concerned, the viewer, posts with people.erase over the unit; days=1095';
comment on column reveals.viewer is 'personal: purpose=answering for a look at a phone number; basis=Personal Information Protection Law art. 45 and 51; seen-by=the person concerned, the viewer, posts with people.erase over the unit; days=1095';
