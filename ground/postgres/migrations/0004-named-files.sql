-- Whether any record of any room still speaks of a stored file: every column whose comment begins with `file:`, those of rooms
-- to come too. As the owner, who sees all rows: a file that only a hidden row names must not be taken for one that nobody names.

create function app_file_named(hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  place record;
  named boolean;
begin
  for place in
    select t.name, string_agg(format('%I = $1', a.attname), ' or ') as says
      from public.app_tables t
      join pg_class c on c.relname = t.name and c.relnamespace = 'public'::regnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where col_description(c.oid, a.attnum) like 'file:%'
     group by t.name order by t.name
  loop
    execute format('select exists (select 1 from public.%I where %s)', place.name, place.says) into named using hash;
    if named then return true; end if;
  end loop;
  return false;
end $$;
revoke all on function app_file_named from public;
grant execute on function app_file_named to liangxing_app;
