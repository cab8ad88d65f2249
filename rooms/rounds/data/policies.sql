-- Who may see and do what in a round. Conveners plan and steer but see no points; a seat sees its own; tellers and
-- supervisor see all; a unit sees its own place once it is told; anybody sees what was announced, drawn and published.
-- Seats carry their round in the grants they bring (app_holds), so nothing is looked up here.

grant select on rounds to liangxing_app;
grant insert (district, unit, id, name, quarter, theme, held_on, place, mode, ballots, spot_check, agenda, rules, rules_digest, state, announced, version, scene, planned_at, fixed_at, opened_at, frozen_at, published_at, closed_at) on rounds to liangxing_app;
grant update (name, quarter, theme, held_on, place, mode, ballots, spot_check, agenda, rules, rules_digest, state, announced, version, scene, shown_files, fixed_at, opened_at, frozen_at, published_at, closed_at) on rounds to liangxing_app;
create policy rounds_read on rounds for select to liangxing_app
  using (announced or (app_may('rounds.read') and app_reads(unit)) or app_holds('rounds.seat', id));
create policy rounds_add on rounds for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
-- What was announced stays so.
create policy rounds_change on rounds for update to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit))
  with check (app_may('rounds.convene') and app_reads(unit) and (announced or state in ('planned', 'cancelled')));
-- A teller moves the round between frozen and tallied, a signature to signed; the columns are the same, the guard is in core.
create policy rounds_count on rounds for update to liangxing_app
  using (app_holds('rounds.tell', id) and state in ('frozen', 'tallied', 'signed'))
  with check (app_holds('rounds.tell', id) and state in ('frozen', 'tallied', 'signed'));

grant select on round_units to liangxing_app;
grant insert (district, unit, id, round, subject, name, number, speaking, stop, drawn, announced, presented_at) on round_units to liangxing_app;
grant update (number, speaking, stop, drawn, announced, presented_at, name) on round_units to liangxing_app;
grant delete on round_units to liangxing_app;
create policy round_units_read on round_units for select to liangxing_app
  using (announced or (app_may('rounds.read') and app_reads(unit)) or app_holds('rounds.seat', round));
create policy round_units_add on round_units for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
create policy round_units_change on round_units for update to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit))
  with check (app_may('rounds.convene') and app_reads(unit));
-- A supervisor who enters the values of a draw writes the order that it gives.
create policy round_units_drawn on round_units for update to liangxing_app
  using (app_holds('rounds.tell', round))
  with check (app_holds('rounds.tell', round));
create policy round_units_drop on round_units for delete to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit) and not announced);

grant select on round_seats to liangxing_app;
grant insert (district, unit, id, round, kind, panel, number, label, home, state, invited_until, opened_at, openings, offline_ready) on round_seats to liangxing_app;
grant update (panel, number, label, home, state, invited_until, invited_by, opened_at, openings, offline_ready) on round_seats to liangxing_app;
create policy round_seats_read on round_seats for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_seat(id) or app_holds('rounds.tell', round) or app_holds('rounds.show', round));
create policy round_seats_add on round_seats for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
create policy round_seats_change on round_seats for update to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit))
  with check (app_may('rounds.convene') and app_reads(unit));
-- A seat says of itself that its device is ready for working offline.
create policy round_seats_ready on round_seats for update to liangxing_app
  using (app_seat(id))
  with check (app_seat(id) and state <> 'revoked');

grant select on round_seat_holders to liangxing_app;
grant insert (district, unit, id, round, holder, person, open) on round_seat_holders to liangxing_app;
grant update (holder, person) on round_seat_holders to liangxing_app;
create policy round_seat_holders_read on round_seat_holders for select to liangxing_app
  using ((open and app_may('rounds.read') and app_reads(unit)) or app_seat(id) or app_holds('rounds.tell', round));
create policy round_seat_holders_add on round_seat_holders for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
create policy round_seat_holders_change on round_seat_holders for update to liangxing_app
  using (open and app_may('rounds.convene') and app_reads(unit))
  with check (open and app_may('rounds.convene') and app_reads(unit));

-- Keys are written by whoever gives out seats, opened by the gate, and read by no signed-in role.
grant insert (value, district, unit, seat, purpose, expires_at) on round_seat_keys to liangxing_app;
create policy round_seat_keys_add on round_seat_keys for insert to liangxing_app with check (app_may('rounds.convene') and app_writes(unit) and purpose in ('invite', 'person'));
grant select (district, unit, seat, purpose), delete on round_seat_keys to liangxing_app;
create policy round_seat_keys_find on round_seat_keys for select to liangxing_app using (app_may('rounds.convene') and app_reads(unit));
create policy round_seat_keys_end on round_seat_keys for delete to liangxing_app using (app_may('rounds.convene') and app_reads(unit));
grant select, insert, delete on round_seat_keys to liangxing_gate;
create policy round_seat_keys_gate on round_seat_keys for all to liangxing_gate using (true) with check (purpose <> 'person');
grant select on round_seats to liangxing_gate;
grant update (state, opened_at, openings) on round_seats to liangxing_gate;
create policy round_seats_gate on round_seats for select to liangxing_gate using (true);
create policy round_seats_open on round_seats for update to liangxing_gate using (state in ('invited', 'open')) with check (state = 'open');
grant select (district, unit, id, state) on rounds to liangxing_gate;
create policy rounds_gate on rounds for select to liangxing_gate using (true);

grant select on round_recusals to liangxing_app;
grant insert (district, unit, id, round, seat, subject, source, reason) on round_recusals to liangxing_app;
grant delete on round_recusals to liangxing_app;
create policy round_recusals_read on round_recusals for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_seat(seat) or app_holds('rounds.tell', round));
create policy round_recusals_add on round_recusals for insert to liangxing_app
  with check ((app_may('rounds.convene') and app_writes(unit)) or (app_seat(seat) and source = 'declared'));
create policy round_recusals_drop on round_recusals for delete to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit) and source = 'declared');

grant select on round_sheets to liangxing_app;
grant insert (district, unit, id, round, seat, subject, component, revision, complete, state, source, digest, entered_by, at) on round_sheets to liangxing_app;
grant update (revision, complete, state, source, digest, entered_by, at) on round_sheets to liangxing_app;
create policy round_sheets_read on round_sheets for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_seat(seat) or app_holds('rounds.tell', round));
create policy round_sheets_add on round_sheets for insert to liangxing_app
  with check ((app_seat(seat) and app_holds('rounds.score', round) and source = 'pocket' and state = 'kept') or (app_holds('rounds.count', round) and source = 'paper' and state = 'unconfirmed'));
create policy round_sheets_score on round_sheets for update to liangxing_app
  using (app_seat(seat))
  with check (app_seat(seat) and source = 'pocket' and state = 'kept');
create policy round_sheets_count on round_sheets for update to liangxing_app
  using (app_holds('rounds.count', round))
  with check (app_holds('rounds.count', round) and (state in ('kept', 'withdrawn') or source = 'paper'));
-- A supervisor edits nothing; as the second person it confirms a paper sheet.
create policy round_sheets_confirm on round_sheets for update to liangxing_app
  using (app_holds('rounds.tell', round) and state = 'unconfirmed')
  with check (app_holds('rounds.tell', round) and state = 'kept' and source = 'paper');

grant select on round_points to liangxing_app;
grant insert (district, unit, id, round, seat, points, note, salt) on round_points to liangxing_app;
grant update (points, note, salt) on round_points to liangxing_app;
-- The house opens the input of a tally; the operator at the machine prints it. No signed-in role has that permission.
create policy round_points_read on round_points for select to liangxing_app
  using (app_seat(seat) or app_holds('rounds.tell', round) or app_may('rounds.open-input'));
create policy round_points_add on round_points for insert to liangxing_app
  with check ((app_seat(seat) and app_holds('rounds.score', round)) or app_holds('rounds.count', round));
create policy round_points_score on round_points for update to liangxing_app
  using (app_seat(seat) or app_holds('rounds.count', round))
  with check (app_seat(seat) or app_holds('rounds.count', round));

grant select on round_adjustments to liangxing_app;
grant insert (district, unit, id, round, subject, points, reason, seat, withdrawn, at) on round_adjustments to liangxing_app;
grant update (withdrawn) on round_adjustments to liangxing_app;
create policy round_adjustments_read on round_adjustments for select to liangxing_app
  using (app_holds('rounds.tell', round) or app_may('rounds.open-input'));
create policy round_adjustments_add on round_adjustments for insert to liangxing_app
  with check (app_holds('rounds.count', round) and app_seat(seat));
create policy round_adjustments_change on round_adjustments for update to liangxing_app
  using (app_holds('rounds.count', round))
  with check (app_holds('rounds.count', round));

grant select on round_tallies to liangxing_app;
grant insert (district, unit, id, round, number, result, rules, method_digest, input_digest, state, reason, counted_by, counted_at, teller, teller_at, supervisor, supervisor_at) on round_tallies to liangxing_app;
grant update (state, reason, teller, teller_at, teller_by, supervisor, supervisor_at, supervisor_by) on round_tallies to liangxing_app;
create policy round_tallies_read on round_tallies for select to liangxing_app
  using (app_holds('rounds.tell', round) or app_may('rounds.open-input'));
-- The convener reveals what tellers have signed, and only then reads it: to publish, to tell each unit, to write the bulletin.
create policy round_tallies_signed on round_tallies for select to liangxing_app
  using (state <> 'counted' and supervisor is not null and app_may('rounds.convene') and app_reads(unit));
create policy round_tallies_add on round_tallies for insert to liangxing_app
  with check (app_holds('rounds.count', round) and app_seat(counted_by) and state = 'counted' and teller is null and supervisor is null);
create policy round_tallies_sign on round_tallies for update to liangxing_app
  using (app_holds('rounds.tell', round))
  with check (app_holds('rounds.tell', round));

grant select on round_tally_inputs to liangxing_app;
grant insert (district, unit, id, round, input) on round_tally_inputs to liangxing_app;
create policy round_tally_inputs_read on round_tally_inputs for select to liangxing_app
  using (app_holds('rounds.tell', round));
create policy round_tally_inputs_asked on round_tally_inputs for select to liangxing_app
  using (open_to && current_setting('app.subjects', true)::text[]);
-- The house's own task opens it to a unit that asked for a recount.
grant update (open_to) on round_tally_inputs to liangxing_app;
create policy round_tally_inputs_find on round_tally_inputs for select to liangxing_app using (app_may('rounds.open-input'));
create policy round_tally_inputs_open on round_tally_inputs for update to liangxing_app
  using (app_may('rounds.open-input')) with check (app_may('rounds.open-input'));
create policy round_tally_inputs_add on round_tally_inputs for insert to liangxing_app
  with check (app_holds('rounds.count', round));

grant select on round_places to liangxing_app;
grant insert (district, unit, id, round, tally, subject, told, told_at, place) on round_places to liangxing_app;
create policy round_places_read on round_places for select to liangxing_app
  using (app_holds('rounds.tell', round) or (told and app_may('rounds.promise') and app_about(subject)));
-- Written in the act of revealing, from a tally that both have signed.
create policy round_places_add on round_places for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));

grant select on round_reveals to liangxing_app;
grant insert (district, unit, id, round, tally, number, content) on round_reveals to liangxing_app;
create policy round_reveals_read on round_reveals for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_holds('rounds.seat', round) or app_holds('rounds.tell', round));
create policy round_reveals_add on round_reveals for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));

grant select on round_publications to liangxing_app;
grant insert (district, unit, id, round, tally, number, form, reason, content, at) on round_publications to liangxing_app;
create policy round_publications_read on round_publications for select to liangxing_app
  using (true);
create policy round_publications_add on round_publications for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));

grant select on round_draws to liangxing_app;
grant insert (district, unit, id, round, number, kind, title, pool, pool_digest, sources, hash, take, state, entry, entered_by, entropy, selected, repeats, reason, sealed_at, drawn_at, anchor, seed) on round_draws to liangxing_app;
grant update (state, entry, entered_by, entropy, selected, drawn_at) on round_draws to liangxing_app;
-- Sealed is public: pool and sources are there for everybody before any value exists.
create policy round_draws_read on round_draws for select to liangxing_app
  using (true);
create policy round_draws_add on round_draws for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
-- What was drawn is never written again: that a draw was repeated stands in the draw that repeats it.
create policy round_draws_enter on round_draws for update to liangxing_app
  using (state in ('sealed', 'half') and ((app_may('rounds.convene') and app_reads(unit)) or app_holds('rounds.tell', round)))
  with check ((app_may('rounds.convene') and app_reads(unit)) or app_holds('rounds.tell', round));

grant select on round_notices to liangxing_app;
grant insert (district, unit, id, round, verb, reason, before, after, announced, at) on round_notices to liangxing_app;
grant update (announced) on round_notices to liangxing_app;
create policy round_notices_read on round_notices for select to liangxing_app
  using (announced or (app_may('rounds.read') and app_reads(unit)));
create policy round_notices_add on round_notices for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
-- What is public stays public.
create policy round_notices_announce on round_notices for update to liangxing_app
  using (app_may('rounds.convene') and app_writes(unit))
  with check (announced and app_may('rounds.convene') and app_writes(unit));

grant select on round_turns to liangxing_app;
grant insert (district, unit, id, round, draw, number, subject, key, line, content, reason, at) on round_turns to liangxing_app;
-- What was turned over was said aloud in the hall.
create policy round_turns_read on round_turns for select to liangxing_app
  using (true);
create policy round_turns_add on round_turns for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));

grant select on round_commitments to liangxing_app;
grant insert (district, unit, id, subject, year, number, kind, text, at, withdrawn) on round_commitments to liangxing_app;
grant update (withdrawn) on round_commitments to liangxing_app;
create policy round_commitments_read on round_commitments for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_about(subject) or app_holds('rounds.near', district));
create policy round_commitments_add on round_commitments for insert to liangxing_app
  with check (app_may('rounds.promise') and app_writes(subject) and unit = left(subject, 9));
create policy round_commitments_change on round_commitments for update to liangxing_app
  using (app_may('rounds.promise') and app_reads(subject))
  with check (app_may('rounds.promise') and app_reads(subject));

grant select on round_commitment_states to liangxing_app;
grant insert (district, unit, id, commitment, subject, quarter, stated, stated_note, stated_at, stated_by, confirmed, confirmed_note, confirmed_at, confirmed_by) on round_commitment_states to liangxing_app;
grant update (stated, stated_note, stated_at, stated_by, confirmed, confirmed_note, confirmed_at, confirmed_by) on round_commitment_states to liangxing_app;
create policy round_commitment_states_read on round_commitment_states for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_about(subject) or app_holds('rounds.near', district));
create policy round_commitment_states_add on round_commitment_states for insert to liangxing_app
  with check (app_may('rounds.promise') and app_writes(subject) and app_is(stated_by) and confirmed_by is null);
create policy round_commitment_states_restate on round_commitment_states for update to liangxing_app
  using (app_may('rounds.promise') and app_reads(subject) and confirmed_by is null)
  with check (app_is(stated_by) and confirmed_by is null);
create policy round_commitment_states_confirm on round_commitment_states for update to liangxing_app
  using (app_may('rounds.confirm') and app_reads(unit))
  with check (app_may('rounds.confirm') and app_reads(unit) and app_is(confirmed_by));

grant select on round_remarks to liangxing_app;
grant insert (district, unit, id, round, subject, kind, text, seat, actor, evidence, entry, at) on round_remarks to liangxing_app;
grant update (entry) on round_remarks to liangxing_app;
create policy round_remarks_read on round_remarks for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_holds('rounds.seat', round) or (app_may('rounds.promise') and app_about(subject)));
create policy round_remarks_add on round_remarks for insert to liangxing_app
  with check ((app_seat(seat) and app_holds('rounds.seat', round)) or (actor is not null and app_is(actor) and app_may('rounds.convene') and app_writes(unit)));
create policy round_remarks_change on round_remarks for update to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit))
  with check (app_may('rounds.convene') and app_reads(unit));

grant select on round_votes to liangxing_app;
grant insert (district, unit, id, round, state, counts, opened_at, closed_at) on round_votes to liangxing_app;
grant update (state, counts, closed_at) on round_votes to liangxing_app;
create policy round_votes_read on round_votes for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_holds('rounds.seat', round));
create policy round_votes_add on round_votes for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));
create policy round_votes_close on round_votes for update to liangxing_app
  using (app_holds('rounds.count', round))
  with check (app_holds('rounds.count', round));

grant select on round_vote_marks to liangxing_app;
grant insert (district, unit, id, vote, round, seat) on round_vote_marks to liangxing_app;
create policy round_vote_marks_read on round_vote_marks for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or app_seat(seat) or app_holds('rounds.tell', round) or app_holds('rounds.show', round));
create policy round_vote_marks_add on round_vote_marks for insert to liangxing_app
  with check (app_seat(seat));

-- Only a teller reads ballots, to count them; whoever casts one cannot take it back.
grant select on round_ballots to liangxing_app;
grant insert (district, unit, id, vote, round, subject, choice) on round_ballots to liangxing_app;
create policy round_ballots_read on round_ballots for select to liangxing_app
  using (app_holds('rounds.count', round));
create policy round_ballots_add on round_ballots for insert to liangxing_app
  with check (app_holds('rounds.seat', round));

grant select on round_awards to liangxing_app;
grant insert (district, unit, id, round, subject, name, basis, document, at) on round_awards to liangxing_app;
create policy round_awards_read on round_awards for select to liangxing_app
  using (true);
create policy round_awards_add on round_awards for insert to liangxing_app
  with check (app_may('rounds.convene') and app_writes(unit));

grant select on round_recounts to liangxing_app;
grant insert (district, unit, id, round, subject, tally, reason, asked_at, state, decision, decided_at) on round_recounts to liangxing_app;
grant update (state, decision, decided_at) on round_recounts to liangxing_app;
create policy round_recounts_read on round_recounts for select to liangxing_app
  using ((app_may('rounds.read') and app_reads(unit)) or (app_may('rounds.promise') and app_about(subject)) or app_holds('rounds.tell', round));
create policy round_recounts_ask on round_recounts for insert to liangxing_app
  with check (app_may('rounds.promise') and app_about(subject) and state = 'asked');
create policy round_recounts_decide on round_recounts for update to liangxing_app
  using (app_may('rounds.convene') and app_reads(unit))
  with check (app_may('rounds.convene') and app_reads(unit));
