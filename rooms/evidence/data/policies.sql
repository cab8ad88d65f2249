-- Evidence is read by posts over its unit, by those it speaks of, and by whoever put it in (a person or a seat). An upload
-- is its sender's alone. The house itself makes views and drops what was never finished (evidence.prepare). What a gathering
-- keeps closed is seen by the hand that put it in and by the seats that count there, until the house opens it (evidence.open).

grant select on evidence_uploads to liangxing_app;
grant insert (id, unit, actor, seat, gathering, sha256, bytes, received, media, name, width, height, file, begun_at, arrived_at)
  on evidence_uploads to liangxing_app;
grant update (received, media, width, height, file, arrived_at) on evidence_uploads to liangxing_app;
grant delete on evidence_uploads to liangxing_app;
create policy uploads_own on evidence_uploads for select to liangxing_app
  using (app_is(actor) or app_seat(seat));
create policy uploads_begin on evidence_uploads for insert to liangxing_app
  with check (app_may('evidence.upload') and app_writes(unit) and gathering is null
    and (app_is(actor) or (app_self(actor) and app_seat(seat))));
-- A seat brings one grant a gathering, which names the gathering's own unit: it puts nothing in elsewhere.
create policy uploads_gathered on evidence_uploads for insert to liangxing_app
  with check (app_holds('evidence.gather', (gathering::text || '.' || unit)) and actor is null and app_seat(seat));
create policy uploads_gathered_go_on on evidence_uploads for update to liangxing_app
  using (app_holds('evidence.gather', (gathering::text || '.' || unit)) and app_seat(seat))
  with check (app_holds('evidence.gather', (gathering::text || '.' || unit)) and app_seat(seat));
create policy uploads_go_on on evidence_uploads for update to liangxing_app
  using (app_may('evidence.upload') and (app_is(actor) or app_seat(seat)))
  with check (app_is(actor) or app_seat(seat));
create policy uploads_old on evidence_uploads for select to liangxing_app using (app_may('evidence.prepare'));
create policy uploads_dropped on evidence_uploads for delete to liangxing_app using (app_may('evidence.prepare'));

-- Every column but the hand.
grant select (district, unit, id, subject, shows, spot, phase, effective_on, recorded_at, actor, seat, file, name, media, bytes, width, height, preview, small, large, zoom, gathering, opened_at, derived_from, masked_at, erased_at, lost)
  on evidence_items to liangxing_app;
grant insert (district, unit, id, subject, shows, spot, phase, effective_on, recorded_at, actor, seat, file, name, media, bytes, width, height, preview, small, large, zoom, gathering, hand, derived_from)
  on evidence_items to liangxing_app;
grant update (width, height, preview, small, large, zoom, opened_at, masked_at, erased_at, file, name, shows, spot, lost) on evidence_items to liangxing_app;
create policy items_read on evidence_items for select to liangxing_app
  using ((app_may('evidence.read') and (app_reads(unit) or app_about(subject)) and (gathering is null or opened_at is not null)
      and (masked_at is null or app_may('evidence.original')))
    or app_is(actor) or app_seat(seat) or app_seat(hand) or app_holds('evidence.gathered', gathering)
    or (app_may('evidence.prepare') and app_reads(unit)));
create policy items_add on evidence_items for insert to liangxing_app
  with check (app_may('evidence.upload') and app_writes(unit) and app_writes(subject) and gathering is null
    and (app_is(actor) or (app_self(actor) and app_seat(seat))));
create policy items_gathered on evidence_items for insert to liangxing_app
  with check (app_holds('evidence.gather', (gathering::text || '.' || unit)) and app_seat(hand) and subject ^@ unit and opened_at is null);
create policy items_prepared on evidence_items for update to liangxing_app
  using (app_may('evidence.prepare') and app_reads(unit)) with check (app_may('evidence.prepare') and app_reads(unit));
-- A masked copy takes the place of what it was made from; erasing takes everything out but that there was something.
create policy items_masked on evidence_items for update to liangxing_app
  using (app_may('evidence.upload') and app_writes(unit) and gathering is null and masked_at is null and erased_at is null)
  with check (app_may('evidence.upload') and app_writes(unit) and gathering is null and masked_at is not null and erased_at is null);
create policy items_erased on evidence_items for update to liangxing_app
  using (app_may('evidence.erase') and app_reads(unit) and erased_at is null and (gathering is null or opened_at is not null))
  with check (app_may('evidence.erase') and app_reads(unit) and erased_at is not null);
create policy items_opened on evidence_items for update to liangxing_app
  using (app_may('evidence.open') and app_reads(unit) and gathering is not null and opened_at is null)
  with check (app_may('evidence.open') and app_reads(unit) and opened_at is not null);

grant select (district, unit, id, item, subject, target, cited_at, actor, seat, withdrawn_at, withdrawn_actor, withdrawn_seat, gathering, opened_at)
  on evidence_citations to liangxing_app;
grant insert (district, unit, id, item, subject, target, cited_at, actor, seat, gathering, hand) on evidence_citations to liangxing_app;
grant update (withdrawn_at, withdrawn_actor, withdrawn_seat, opened_at) on evidence_citations to liangxing_app;
create policy citations_read on evidence_citations for select to liangxing_app
  using ((app_may('evidence.read') and (app_reads(unit) or app_about(subject)) and (gathering is null or opened_at is not null))
    or app_is(actor) or app_seat(seat) or app_seat(hand) or app_holds('evidence.gathered', gathering)
    or (app_may('evidence.prepare') and app_reads(unit)));
create policy citations_add on evidence_citations for insert to liangxing_app
  with check (app_may('evidence.cite') and gathering is null and (app_reads(unit) or app_about(subject) or app_writes(unit))
    and (app_is(actor) or (app_self(actor) and app_seat(seat))));
create policy citations_gathered on evidence_citations for insert to liangxing_app
  with check (app_holds('evidence.gather', (gathering::text || '.' || unit)) and app_seat(hand) and opened_at is null and withdrawn_at is null);
create policy citations_withdraw on evidence_citations for update to liangxing_app
  using (app_may('evidence.cite') and gathering is null and withdrawn_at is null and (app_reads(unit) or app_is(actor) or app_seat(seat)))
  with check (withdrawn_at is not null and opened_at is null
    and (app_is(withdrawn_actor) or (app_self(withdrawn_actor) and app_seat(withdrawn_seat))));
-- A hand takes back what was not opened yet; it then stays closed, and so does who took it back.
create policy citations_gathered_withdraw on evidence_citations for update to liangxing_app
  using (app_seat(hand) and gathering is not null and opened_at is null and withdrawn_at is null)
  with check (app_seat(hand) and withdrawn_at is not null and opened_at is null and withdrawn_actor is null and app_seat(withdrawn_seat));
create policy citations_opened on evidence_citations for update to liangxing_app
  using (app_may('evidence.open') and app_reads(unit) and gathering is not null and opened_at is null and withdrawn_at is null)
  with check (app_may('evidence.open') and app_reads(unit) and opened_at is not null and withdrawn_at is null);

grant select, insert on evidence_nothings to liangxing_app;
create policy nothings_read on evidence_nothings for select to liangxing_app
  using ((app_may('evidence.read') and app_reads(unit)) or app_is(actor));
create policy nothings_state on evidence_nothings for insert to liangxing_app
  with check (app_may('evidence.upload') and app_writes(unit) and app_is(actor));

-- What items are recognised by is read by the house alone: a print would tell of a picture that one may not see.
grant select, insert, delete on evidence_prints to liangxing_app;
create policy prints_read on evidence_prints for select to liangxing_app using (app_may('evidence.prepare') and app_reads(unit));
create policy prints_add on evidence_prints for insert to liangxing_app with check (app_may('evidence.prepare') and app_reads(unit));
create policy prints_dropped on evidence_prints for delete to liangxing_app using (app_may('evidence.prepare') and app_reads(unit));

-- Hints are for reviewers of the unit; which other item it is, only for who reviews that unit, too.
grant select, insert, delete on evidence_hints, evidence_hint_others to liangxing_app;
create policy hints_read on evidence_hints for select to liangxing_app
  using ((app_may('evidence.hint') or app_may('evidence.prepare')) and app_reads(unit));
create policy hints_add on evidence_hints for insert to liangxing_app with check (app_may('evidence.prepare') and app_reads(unit));
create policy hints_dropped on evidence_hints for delete to liangxing_app using (app_may('evidence.prepare') and app_reads(unit));
create policy others_read on evidence_hint_others for select to liangxing_app
  using ((app_may('evidence.hint') or app_may('evidence.prepare')) and app_reads(unit) and app_reads(other_unit));
create policy others_add on evidence_hint_others for insert to liangxing_app
  with check (app_may('evidence.prepare') and app_reads(unit) and app_reads(other_unit));
create policy others_dropped on evidence_hint_others for delete to liangxing_app using (app_may('evidence.prepare') and app_reads(unit));
