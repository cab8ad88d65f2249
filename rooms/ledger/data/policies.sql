-- Two sides read an entry: whoever reaches the unit that owns it, and whoever speaks for the unit that must mend it. Another
-- village of the same township sees nothing. Steps are appended by the side whose verb it is; nothing is ever deleted.

grant select on ledger_entries to liangxing_app;
grant insert (district, unit, id, subject, kind, source_kind, source, star, criterion, problem, measure, responsible, responsible_account,
  supervisor, state, clock_from, days, due, assigned_on, assigned_by, refused_by, rectifiers, ever_late, particulars, report, rectified_on, closed_on, closed_by,
  extension_until, extension_by, extensions, returns, look_back_on, relapse_of, relapsed_as, term, alarm, told, steps) on ledger_entries to liangxing_app;
grant update (measure, responsible, responsible_account, supervisor, state, clock_from, days, due, refused_by, rectifiers, ever_late, report,
  rectified_on, closed_on, closed_by, extension_until, extension_by, extensions, returns, look_back_on, relapsed_as, term, alarm, told, steps)
  on ledger_entries to liangxing_app;

create policy entries_owned on ledger_entries for select to liangxing_app using (app_reads(unit) and app_may('ledger.read'));
create policy entries_about on ledger_entries for select to liangxing_app using (app_about(subject) and app_may('ledger.read'));
create policy entries_assigned on ledger_entries for insert to liangxing_app
  with check (app_writes(unit) and app_may('ledger.assign') and state = 'assigned' and app_self(assigned_by));
create policy entries_decided on ledger_entries for update to liangxing_app
  using (app_reads(unit) and (app_may('ledger.check') or app_may('ledger.assign') or app_may('ledger.arbitrate')))
  with check (app_reads(unit) and (app_may('ledger.check') or app_may('ledger.assign') or app_may('ledger.arbitrate')));
create policy entries_answered on ledger_entries for update to liangxing_app
  using (app_about(subject) and app_may('ledger.answer') and state in ('assigned', 'rectifying'))
  with check (app_about(subject) and app_may('ledger.answer') and state in ('assigned', 'refused', 'rectifying', 'checking'));

-- The house alone escalates; it finds what is late everywhere and changes nothing else.
create policy entries_escalated on ledger_entries for update to liangxing_app
  using (app_reads(unit) and app_may('ledger.escalate') and state in ('assigned', 'refused', 'rectifying'))
  with check (app_reads(unit) and app_may('ledger.escalate') and told is not null);

-- Found by words: an index serves what the policy asks and nothing else, so the words looked for are a setting. It narrows what
-- a post reads, never widens it; without it, all that the post reads is there.
grant select on ledger_words to liangxing_app;
grant insert (district, unit, id, subject, open, due, words) on ledger_words to liangxing_app;
grant update (open, due) on ledger_words to liangxing_app;
create policy words_found on ledger_words for select to liangxing_app
  using ((app_reads(unit) or app_about(subject)) and app_may('ledger.read')
    and words @> coalesce(nullif(current_setting('app.ledger_words', true), ''), '{}')::text[]);
create policy words_assigned on ledger_words for insert to liangxing_app
  with check (app_writes(unit) and app_may('ledger.assign') and open);
create policy words_moved on ledger_words for update to liangxing_app
  using (app_reads(unit) and (app_may('ledger.check') or app_may('ledger.arbitrate')) and open)
  with check (app_reads(unit) and (app_may('ledger.check') or app_may('ledger.arbitrate')));

grant select on ledger_steps to liangxing_app;
grant insert (district, unit, id, entry, subject, seq, at, on_day, verb, by, by_unit, by_role, text, days, due, granted, plan, evidence, other, term, level, told)
  on ledger_steps to liangxing_app;

create policy steps_owned on ledger_steps for select to liangxing_app using (app_reads(unit) and app_may('ledger.read'));
create policy steps_about on ledger_steps for select to liangxing_app using (app_about(subject) and app_may('ledger.read'));
create policy steps_assigned on ledger_steps for insert to liangxing_app
  with check (app_reads(unit) and app_may('ledger.assign') and app_self(by) and verb in ('assign', 'plan'));
create policy steps_checked on ledger_steps for insert to liangxing_app
  with check (app_reads(unit) and app_may('ledger.check') and app_self(by)
    and verb in ('return', 'closeOut', 'decideExtension', 'lookBack', 'withdraw'));
create policy steps_arbitrated on ledger_steps for insert to liangxing_app
  with check (app_reads(unit) and app_may('ledger.arbitrate') and app_self(by) and verb = 'arbitrate');
create policy steps_answered on ledger_steps for insert to liangxing_app
  with check (app_about(subject) and app_may('ledger.answer') and app_self(by)
    and verb in ('plan', 'accept', 'refuse', 'rectify', 'askExtension'));
create policy steps_escalated on ledger_steps for insert to liangxing_app
  with check (app_reads(unit) and app_may('ledger.escalate') and by is null and verb = 'escalate');
