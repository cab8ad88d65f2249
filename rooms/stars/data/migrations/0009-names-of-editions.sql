-- A cycle keeps the names of its stars for those who do not read editions. Cycles that took them before editions had English names
-- take those from their edition now; nothing else of them changes. The edition itself never changes once it is issued.

update star_cycles c set stars = (
  select jsonb_agg(
    kept.value || jsonb_strip_nulls(jsonb_build_object('nameEn', coalesce(kept.value -> 'nameEn', (
      select star -> 'nameEn' from editions e cross join jsonb_array_elements(e.content -> 'stars') star
      where e.id = c.edition and star ->> 'code' = kept.value ->> 'code'
    )))) order by kept.place)
  from jsonb_array_elements(c.stars) with ordinality kept(value, place))
where exists (select from jsonb_array_elements(c.stars) star where not star ? 'nameEn');
