-- Every account gets its row, those without a password too: where a row stands, nobody can add one.

insert into passwords (person, unit, hash, must_change, set_at)
  select person, unit, hash, must_change, set_at from credentials;
