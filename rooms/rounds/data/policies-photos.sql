-- Whose a photo is; the picture itself is evidence, which the round opens at its reveal.
grant select on round_photos to liangxing_app;
grant insert (district, unit, id, round, seat, subject, component, state, salt, at) on round_photos to liangxing_app;
grant update (state) on round_photos to liangxing_app;
create policy round_photos_read on round_photos for select to liangxing_app
  using (app_seat(seat) or app_holds('rounds.tell', round));
create policy round_photos_add on round_photos for insert to liangxing_app
  with check (app_seat(seat) and app_holds('rounds.score', round));
create policy round_photos_withdraw on round_photos for update to liangxing_app
  using (app_seat(seat))
  with check (app_seat(seat) and app_holds('rounds.score', round) and state = 'withdrawn');
