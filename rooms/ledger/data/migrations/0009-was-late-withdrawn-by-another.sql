-- What was late once stays so, whatever new days it was given afterwards: it too leaves the rates only with a second person's
-- word. A return resets the alarm, so the mark that keeps it is asked as well.

create or replace function ledger_entries_step() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  me uuid := nullif(current_setting('app.actor', true), '')::uuid;
  grants text[] := coalesce(nullif(current_setting('app.grants', true), ''), '{}')::text[];
  scopes text[] := coalesce(nullif(current_setting('app.scopes', true), ''), '{}')::text[];
  above text := left(old.unit, case when length(old.unit) = 17 then 15 when length(old.unit) > 6 then length(old.unit) - 3 else length(old.unit) end);
  owns boolean := old.unit ^@ any (scopes);
  checks boolean := owns and 'ledger.check' = any (grants);
  arbitrates boolean := above ^@ any (scopes) and 'ledger.arbitrate' = any (grants)
    and me is distinct from old.refused_by and me is distinct from old.assigned_by;
  answers boolean := 'ledger.answer' = any (grants)
    and old.subject ^@ any (coalesce(nullif(current_setting('app.subjects', true), ''), '{}')::text[]);
  is_other boolean := not coalesce(me = any (old.rectifiers), false) and me is distinct from old.responsible_account;
  same_term boolean := (new.clock_from, new.days, new.due, new.term) is not distinct from (old.clock_from, old.days, old.due, old.term);
  same_plan boolean := (new.measure, new.responsible, new.responsible_account, new.supervisor)
    is not distinct from (old.measure, old.responsible, old.responsible_account, old.supervisor);
  same_wish boolean := (new.extension_until, new.extension_by) is not distinct from (old.extension_until, old.extension_by);
  same_alarm boolean := (new.alarm, new.told) is not distinct from (old.alarm, old.told);
  may boolean := false;
begin
  -- The owner of the database migrates, restores and erases.
  if current_user <> 'liangxing_app' then return new; end if;
  case old.state || ' ' || new.state
    when 'assigned assigned', 'rectifying rectifying' then
      may := case
        when not same_alarm and same_term then same_plan and same_wish and owns and 'ledger.escalate' = any (grants)
        when old.extension_until is null and not same_wish then same_plan and same_term and answers and new.extension_by = me
        when old.extension_until is not null and not same_wish then same_plan and new.extension_until is null and checks and me is distinct from old.extension_by
        else same_term and (answers or (owns and 'ledger.assign' = any (grants))) end;
    when 'refused refused' then may := same_term and same_plan and same_wish and owns and 'ledger.escalate' = any (grants);
    when 'assigned rectifying' then may := answers and same_term and same_plan and same_wish;
    when 'assigned refused' then may := answers and same_term and same_plan and new.refused_by = me;
    when 'refused rectifying' then may := arbitrates and same_plan and new.term = old.term + 1;
    when 'refused withdrawn' then may := arbitrates and same_term and same_plan;
    when 'rectifying checking' then may := answers and same_term and same_plan and me = any (new.rectifiers);
    when 'checking rectifying' then may := checks and is_other and same_plan and new.term = old.term + 1 and new.returns = old.returns + 1 and new.rectified_on is null;
    when 'checking closed' then may := checks and is_other and same_plan and same_term and new.closed_by = me;
    when 'closed held', 'held held', 'closed relapsed', 'held relapsed' then may := checks and is_other and same_plan and same_term and same_wish;
    when 'assigned withdrawn', 'rectifying withdrawn' then
      may := checks and same_plan and same_term and ((old.alarm = 0 and not old.ever_late) or me is distinct from old.assigned_by);
    else may := false;
  end case;
  -- The house may find both alarms of a term due at once.
  may := may and (new.steps = old.steps + 1 or (new.alarm > old.alarm and new.steps = old.steps + 2)) and new.ever_late >= old.ever_late
    and new.rectifiers @> old.rectifiers
    and (new.returns = old.returns or old.state = 'checking')
    and (new.extensions = old.extensions or (not same_wish and not same_term))
    -- What was wished for is settled by whatever ends the work.
    and (new.extension_until is null or new.state in ('assigned', 'rectifying') or same_wish and old.state = new.state)
    and (new.rectifiers = old.rectifiers or new.state = 'checking')
    and (new.refused_by is not distinct from old.refused_by or new.state = 'refused')
    and ((new.closed_by, new.closed_on) is not distinct from (old.closed_by, old.closed_on) or new.state = 'closed')
    and (new.report, new.rectified_on) is not distinct from
      (case when new.state = 'checking' then new.report else old.report end,
       case when old.state in ('rectifying', 'checking') then new.rectified_on else old.rectified_on end);
  if may is not true then
    raise exception 'a ledger entry goes from % to % by the step of the side and the person whose step it is', old.state, new.state
      using errcode = '42501', constraint = 'ledger_entries_step';
  end if;
  return new;
end $$;
