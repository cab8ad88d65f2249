-- The ground floor: how tables are declared, how an actor enters, and the record of acts.

create table app_tables (
  name  text collate "C" primary key,
  room  text not null,
  class text not null check (class in ('growing', 'standard', 'local'))
);
comment on table app_tables is 'Register of the house''s tables: which room owns each and how it is spread over machines.';

-- Spreads a table over the machines where Citus is there; elsewhere it does nothing.
create function app_distribute(target text, class text) returns void language plpgsql as $$
begin
  if class = 'local' or not exists (select 1 from pg_extension where extname = 'citus') then
    return;
  end if;
  if class = 'standard' then
    execute format('select create_reference_table(%L)', target);
  else
    execute format('select create_distributed_table(%L, %L)', target, 'district');
  end if;
end $$;

-- Declares a table: comment, class, forced row security, and the policies that every table has.
create function app_table(target text, class text, room text, comment text) returns void language plpgsql as $$
begin
  execute format('comment on table %I is %L', target, comment);
  execute format('alter table %I enable row level security', target);
  execute format('alter table %I force row level security', target);
  execute format('revoke all on table %I from public', target);
  insert into app_tables (name, room, class) values (target, room, class);
  perform app_distribute(target, class);
  execute format('create policy house_owner on %I for all to %I using (true) with check (true)', target, current_user);
  execute format('grant select on %I to liangxing_backup', target);
  execute format('create policy house_backup on %I for select to liangxing_backup using (true)', target);
end $$;

-- Checks one list of prefixes: an empty one would cover everything.
create function app_prefixes(prefixes text[], what text) returns text language plpgsql immutable as $$
declare
  prefix text;
begin
  foreach prefix in array prefixes loop
    if prefix is null or prefix !~ '^[0-9]{1,17}$' then
      raise exception 'app_enter: % holds a text that is no code', what using errcode = 'invalid_parameter_value';
    end if;
  end loop;
  return '{' || array_to_string(prefixes, ',') || '}';
end $$;

create function app_words(words text[], what text) returns text language plpgsql immutable as $$
declare
  word text;
begin
  foreach word in array words loop
    if word is null or word !~ '^[A-Za-z0-9.-]{1,80}$' then
      raise exception 'app_enter: % holds a text that is no name', what using errcode = 'invalid_parameter_value';
    end if;
  end loop;
  return '{' || array_to_string(words, ',') || '}';
end $$;

-- The only way in for a request. Runs as the caller, because a role cannot be set from a definer's function.
create function app_enter(
  actor uuid, post uuid, scopes text[], subjects text[], seats uuid[], stars text[], writes text[], grants text[]
) returns void language plpgsql as $$
begin
  if coalesce(current_setting('app.entered', true), '') <> '' then
    raise exception 'app_enter: entered already' using errcode = 'invalid_transaction_state';
  end if;
  execute format(
    'set local app.entered = ''yes''; set local app.actor = %L; set local app.post = %L; set local app.scopes = %L; '
    'set local app.subjects = %L; set local app.seats = %L; set local app.stars = %L; set local app.writes = %L; '
    'set local app.grants = %L; set local role liangxing_app',
    coalesce(actor::text, ''), coalesce(post::text, ''), app_prefixes(scopes, 'scopes'), app_prefixes(subjects, 'subjects'),
    '{' || array_to_string(seats, ',') || '}', app_words(stars, 'stars'), app_prefixes(writes, 'writes'), app_words(grants, 'grants')
  );
end $$;

-- The way in while nobody is signed in yet: accounts, credentials, sessions.
create function gate_enter() returns void language plpgsql as $$
begin
  if coalesce(current_setting('app.entered', true), '') <> '' then
    raise exception 'gate_enter: entered already' using errcode = 'invalid_transaction_state';
  end if;
  execute 'set local app.entered = ''yes''; set local role liangxing_gate';
end $$;

revoke all on all functions in schema public from public;
revoke all on schema public from public;
grant usage on schema public to liangxing_login, liangxing_app, liangxing_gate, liangxing_sealer, liangxing_backup, liangxing_worker;
grant execute on function app_enter, gate_enter, app_prefixes, app_words to liangxing_login;

create table instance (
  id              int primary key check (id = 1),
  key_fingerprint text not null,
  created_at      timestamptz not null
);
select app_table('instance', 'standard', 'ground', 'One row: which key file this database belongs to.');

create table acts (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  at       timestamptz not null,
  actor    uuid,
  post     uuid,
  room     text collate "C" not null,
  verb     text collate "C" not null,
  subject  text collate "C" not null,
  digest   text collate "C" not null,
  salt     text collate "C",
  payload  jsonb,
  reason   text,
  primary key (district, id),
  constraint acts_district check (district = left(unit, 6))
);
create index acts_subject on acts (district, subject, id);
select app_table('acts', 'growing', 'ground',
  'Every decision or change of a record, appended. Salt, payload and reason can be erased; the digest stays and is what is sealed.');
comment on column acts.reason is 'personal: purpose=reason in the decider''s words; basis=statutory duty; seen-by=posts with acts.read over the unit; days=3650';

create table acts_unsealed (
  district text collate "C" not null,
  id       uuid not null
);
select app_table('acts_unsealed', 'local', 'ground',
  'Outbox of acts that no batch lists yet; local because the one chain of the instance is sealed on one node. No key: the sealer empties it.');

create table act_batches (
  seq       bigint primary key,
  at        timestamptz not null,
  previous  text collate "C" not null,
  districts text[] not null,
  ids       uuid[] not null,
  leaves    text[] not null,
  head      text collate "C" not null
);
select app_table('act_batches', 'local', 'ground',
  'The chain: each batch lists its acts and names the batch before; local because there is one chain for the instance.');

create table idempotency (
  actor  uuid not null,
  key    text collate "C" not null,
  digest text collate "C" not null,
  status int not null,
  answer text not null,
  at     timestamptz not null,
  primary key (actor, key)
);
create index idempotency_at on idempotency (at);
select app_table('idempotency', 'local', 'ground',
  'Answers already given, by actor and key, kept 90 days; local because a replay is only ever looked up on the node that answers.');

-- Queues a background task inside the caller's transaction.
create function app_enqueue(task text, payload json, job_key text, run_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => job_key, run_at => run_at);
end $$;
revoke all on function app_enqueue from public;
grant execute on function app_enqueue to liangxing_app, liangxing_worker;
