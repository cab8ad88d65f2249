// The question that likens a picture to all others, as the product asks it; prints.test.ts fails when the two differ.

import { bandsOf, nearBands, nearBits } from '#rooms/evidence/core/hints.ts'

const most = 50

/** The statement; its values come from `lookalikeValues`. */
export const lookalikeText = `with found as (select * from (select district, unit, id, 0 as distance, family from evidence_prints
    where same = $1 limit $2) same
  union (select district, unit, id, bit_count(print # $3::text::bit(64))::int as distance, family from evidence_prints
    where (band_a = any($4::int[]) or band_b = any($5::int[]) or band_c = any($6::int[]) or band_d = any($7::int[]))
      and bit_count(print # $8::text::bit(64)) <= $9 order by distance limit $10))
  select i.unit, i.id, i.spot, i.phase, i.effective_on as "effectiveOn", min(f.distance) as distance
    from found f join evidence_items i on i.district = f.district and i.id = f.id
   where f.id <> $11 and f.family <> $12 and i.erased_at is null
   group by 1, 2, 3, 4, 5 order by distance limit $13`

/** Values for a print of 16 hex digits and an item that is none of those asked for. */
export function lookalikeValues(print: string, nobody: string): unknown[] {
  return ['none', most, `x${print}`, ...bandsOf(print).map(nearBands), `x${print}`, nearBits, most, nobody, nobody, most]
}
