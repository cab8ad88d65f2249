-- Says whether acts wait for a sealer, to whoever watches over a server; the outbox itself is the sealer's alone.
-- Counting stops at 10,000, because nobody who asks every few seconds needs to know more. The outbox keeps no time and
-- hands out rows nearly in the order they came, so the age is that of the oldest among the first hundred.

create function app_waiting_acts(out waiting bigint, out since timestamptz) language sql stable security definer
set search_path = pg_catalog, public as $$
  select (select count(*) from (select from acts_unsealed limit 10000) counted),
    (select min(a.at) from (select u.district, u.id from acts_unsealed u limit 100) u
      join acts a on a.district = u.district and a.id = u.id)
$$;
revoke all on function app_waiting_acts from public;
grant execute on function app_waiting_acts to liangxing_gate, liangxing_backup;
