-- What is known of a unit is read by posts that reach it, the unit's own among them, and by nobody else. Offices state, the unit
-- states only what its definition leaves to it; cases are recorded by posts of the county or above. Nothing is deleted, and of
-- a stated row only "who stands in its place" ever changes. New records lie in living units, corrections also in their predecessors.

grant select, insert on fact_definitions to liangxing_app;
grant update (stated_by, choices_en, retired_on, retired_reason) on fact_definitions to liangxing_app;
create policy definitions_read on fact_definitions for select to liangxing_app using (app_may('facts.read') or app_may('facts.define'));
create policy definitions_add on fact_definitions for insert to liangxing_app with check (app_may('facts.define'));
create policy definitions_change on fact_definitions for update to liangxing_app using (app_may('facts.define')) with check (app_may('facts.define'));

grant select, insert, delete on fact_names to liangxing_app;
create policy names_read on fact_names for select to liangxing_app using (app_may('facts.read') or app_may('facts.define'));
create policy names_add on fact_names for insert to liangxing_app with check (app_may('facts.define'));
create policy names_free on fact_names for delete to liangxing_app using (app_may('facts.define'));

grant select on facts, fact_certificates, fact_cases, fact_reviews, fact_doubts, form_demands to liangxing_app;
create policy facts_read on facts for select to liangxing_app using (app_reads(unit) and app_may('facts.read'));
create policy certificates_read on fact_certificates for select to liangxing_app using (app_reads(unit) and app_may('facts.read'));
create policy cases_read on fact_cases for select to liangxing_app using (app_reads(unit) and app_may('facts.read'));
create policy reviews_read on fact_reviews for select to liangxing_app using (app_reads(unit) and app_may('facts.read'));
create policy doubts_read on fact_doubts for select to liangxing_app using (app_reads(unit) and app_may('facts.read'));
-- A demand is read by whoever reaches the unit that asks, and by everybody it asks: below one of whose codes the post lies.
create policy demands_read on form_demands for select to liangxing_app
  using (app_may('facts.read')
    and (app_reads(unit) or position(',' || below in ',' || translate(current_setting('app.scopes', true), '{}', ',,')) > 0));

grant insert (district, unit, id, definition, from_day, to_day, state, number, yes_no, choice, stated_by, source, voucher, reason, stated_on,
  at, by_unit, by_role, corrects) on facts to liangxing_app;
grant update (superseded_by) on facts to liangxing_app;
create policy facts_stated on facts for insert to liangxing_app with check ((app_writes(unit) or (corrects is not null and app_reads(unit))) and app_may('facts.state'));
create policy facts_stated_own on facts for insert to liangxing_app
  with check ((app_writes(unit) or (corrects is not null and app_reads(unit))) and app_may('facts.stateOwn') and stated_by = 'unit');
create policy facts_replaced on facts for update to liangxing_app
  using (app_reads(unit) and app_may('facts.state')) with check (app_reads(unit) and app_may('facts.state') and superseded_by is not null);
create policy facts_replaced_own on facts for update to liangxing_app
  using (app_reads(unit) and app_may('facts.stateOwn') and stated_by = 'unit')
  with check (app_reads(unit) and app_may('facts.stateOwn') and stated_by = 'unit' and superseded_by is not null);

grant insert (district, unit, id, name, level, issuer, document, from_day, to_day, withdrawn_from, reason, stated_on, at, by_unit, by_role,
  corrects) on fact_certificates to liangxing_app;
grant update (superseded_by) on fact_certificates to liangxing_app;
create policy certificates_stated on fact_certificates for insert to liangxing_app with check ((app_writes(unit) or (corrects is not null and app_reads(unit))) and app_may('facts.state'));
create policy certificates_replaced on fact_certificates for update to liangxing_app
  using (app_reads(unit) and app_may('facts.state')) with check (app_reads(unit) and app_may('facts.state') and superseded_by is not null);

-- `decided_unit` is checked to be a county or above; that it lies in the post's own units leaves townships out.
grant insert (district, unit, id, type, on_day, against, decided_by, decided_unit, upheld, basis, document, reason, stated_on, at, by_unit,
  by_role, corrects) on fact_cases to liangxing_app;
grant update (superseded_by) on fact_cases to liangxing_app;
create policy cases_stated on fact_cases for insert to liangxing_app
  with check ((app_writes(unit) or (corrects is not null and app_reads(unit))) and app_writes(decided_unit) and app_may('facts.recordCases'));
create policy cases_replaced on fact_cases for update to liangxing_app
  using (app_reads(unit) and app_writes(decided_unit) and app_may('facts.recordCases'))
  with check (app_reads(unit) and app_writes(decided_unit) and app_may('facts.recordCases') and superseded_by is not null);

grant insert (district, unit, id, criterion, result, by_office, on_day, reason, source, stated_on, at, by_unit, by_role, corrects)
  on fact_reviews to liangxing_app;
grant update (superseded_by) on fact_reviews to liangxing_app;
create policy reviews_stated on fact_reviews for insert to liangxing_app with check ((app_writes(unit) or (corrects is not null and app_reads(unit))) and app_may('facts.review'));
create policy reviews_replaced on fact_reviews for update to liangxing_app
  using (app_reads(unit) and app_may('facts.review')) with check (app_reads(unit) and app_may('facts.review') and superseded_by is not null);

grant insert (district, unit, id, kind, record, reason, asked_on, at, by_role, state, answer) on fact_doubts to liangxing_app;
grant update (state, answer, answered_on, answered_by) on fact_doubts to liangxing_app;
create policy doubts_asked on fact_doubts for insert to liangxing_app
  with check (app_writes(unit) and app_may('facts.doubt') and state = 'waiting' and answer = '');
create policy doubts_answered on fact_doubts for update to liangxing_app
  using (app_writes(unit) and state = 'waiting' and app_may('facts.answer'))
  with check (app_writes(unit) and state <> 'waiting' and app_may('facts.answer'));

grant insert (district, unit, id, form, title, issuer, basis, frequency, from_day, sunset, minutes, definitions, texts, below, kind, units,
  times, registered_on, at, by_role, withdrawn_reason, spared) on form_demands to liangxing_app;
grant update (withdrawn_on, withdrawn_reason) on form_demands to liangxing_app;
create policy demands_registered on form_demands for insert to liangxing_app
  with check (app_writes(unit) and app_may('facts.demand') and withdrawn_reason = '');
create policy demands_withdrawn on form_demands for update to liangxing_app
  using (app_writes(unit) and app_may('facts.demand') and withdrawn_on is null)
  with check (app_writes(unit) and app_may('facts.demand') and withdrawn_on is not null);
