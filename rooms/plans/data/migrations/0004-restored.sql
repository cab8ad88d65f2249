-- A drop may be taken back by who handed the task out, with a reason: the task is open again, whatever was reported before.

create or replace function plan_tasks_step() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  me uuid := nullif(current_setting('app.actor', true), '')::uuid;
  grants text[] := coalesce(nullif(current_setting('app.grants', true), ''), '{}')::text[];
  convenes boolean := 'plans.convene' = any (grants)
    and old.unit ^@ any (coalesce(nullif(current_setting('app.scopes', true), ''), '{}')::text[]);
  does boolean := 'plans.report' = any (grants)
    and old.subject ^@ any (coalesce(nullif(current_setting('app.subjects', true), ''), '{}')::text[]);
  same_task boolean := (new.action, new.title, new.subject, new.due, new.days, new.measure, new.changed_on, new.change_reason)
    is not distinct from (old.action, old.title, old.subject, old.due, old.days, old.measure, old.changed_on, old.change_reason);
  same_words boolean := (new.action, new.title, new.subject, new.due, new.days, new.measure)
    is not distinct from (old.action, old.title, old.subject, old.due, old.days, old.measure);
  same_report boolean := (new.report, new.reported_by) is not distinct from (old.report, old.reported_by);
  same_return boolean := (new.returned_on, new.return_reason) is not distinct from (old.returned_on, old.return_reason);
  is_return boolean := old.state || ' ' || new.state = 'reported open';
  may boolean := false;
begin
  -- The owner of the database migrates, restores and erases.
  if current_user <> 'liangxing_app' then return new; end if;
  case old.state || ' ' || new.state
    when 'open reported' then may := does and same_task and new.reported_by = me and new.confirmed_by is null;
    when 'reported open' then may := convenes and same_task and old.reported_by is distinct from me and new.reported_by is null and new.confirmed_by is null
      and new.return_reason <> '';
    when 'reported confirmed' then may := convenes and same_task and same_report and old.reported_by is distinct from me and new.confirmed_by = me;
    when 'open open' then may := convenes and same_report and new.change_reason <> '' and new.changed_on is not null;
    when 'open dropped', 'reported dropped' then may := convenes and same_words and same_report and new.confirmed_by is null;
    when 'dropped open' then may := convenes and same_words and new.report = old.report and new.reported_by is null and new.confirmed_by is null
      and new.change_reason <> '' and new.changed_on is not null;
    else may := false;
  end case;
  if may is not true or not (same_return or is_return) then
    raise exception 'a task of a plan goes from % to % by the step of the side and the person whose step it is', old.state, new.state
      using errcode = '42501', constraint = 'plan_tasks_step';
  end if;
  return new;
end $$;
