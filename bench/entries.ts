// A million entries of a ledger over the villages of Henan, put in by SQL as the owner: a fifth of them open, a tenth of these
// late, a thousand texts; what is filtered by does not go with the day or the state. The bench measures what is asked over HTTP, not a year of typing.

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { chinaDay } from '#ground/kernel/clock.ts'

const places = ['东门', '西门', '文化广场', '党群服务中心', '二号楼', '主干道', '小学旁', '养老服务站', '村委会', '河堤']
const things = ['公示栏', '路灯', '消防通道', '垃圾分类点', '健身器材', '排水沟', '会议记录', '宣传栏', '停车位', '充电桩']
const faults = ['三个月没有更新', '不亮', '被杂物堵住', '满溢', '松动', '淤塞', '和实际不一致', '破损', '被占用', '没有警示']
const texts = places.flatMap((place) => things.flatMap((thing) => faults.map((fault) => `示例：${place}${thing}${fault}。`)))

/** Words of which each stands in a hundredth of the entries of a county. */
export const words = places.flatMap((place) => things.map((thing) => `${place}${thing}`))

const fill = `
  insert into ledger_entries (district, unit, id, subject, kind, source_kind, star, problem, particulars, measure, responsible, supervisor,
    state, clock_from, days, due, assigned_on, assigned_by, rectifiers, ever_late, report, rectified_on, closed_on, closed_by, extensions,
    returns, look_back_on, term, alarm, steps)
  select left(v.code, 6), left(v.code, 9), gen_random_uuid(), v.code,
    case when (n / 13) % 500 = 0 then 'no-management' else 'problem' end,
    (array['remark', 'finding', 'review', 'inspection', 'request', 'meeting'])[1 + (n / 7) % 6],
    (array['ZBGY', 'GJGX', 'YYXY', 'PAFZ', 'XFHX', null])[1 + (n / 11) % 6],
    ($1::text[])[1 + (hashint4(n) & 2147483647) % cardinality($1::text[])], '{}', '', '社区党委副书记', '街道党建办',
    case when n % 5 = 0 then (array['assigned', 'rectifying', 'checking', 'refused'])[1 + (n / 5) % 4] else (array['closed', 'held', 'closed'])[1 + n % 3] end,
    $2::date - (n % 700), 10,
    case when n % 50 = 0 then $2::date - n % 20 when n % 5 = 0 then $2::date + n % 60 else $2::date - n % 690 end,
    $2::date - (n % 700), $3, '{}', n % 9 = 0, '', case when n % 5 = 0 then null else $2::date - n % 690 end,
    case when n % 5 = 0 then null else $2::date - n % 690 end, case when n % 5 = 0 then null::uuid else $4::uuid end, 0, 0, null, 1, 0, 1
  from (select code, row_number() over (order by hashtext(code)) as nth, count(*) over () as all from unit_versions
      where level = 5 and valid_to is null and code ^@ '41') v
    cross join lateral (select v.nth::int * 31 + copy * 7 as n from generate_series(1, ceil($5::numeric / v.all)::int) copy) each
  limit $5`

const fillWords = `
  insert into ledger_words (district, unit, id, subject, open, due, words)
  select district, unit, id, subject, state in ('assigned', 'refused', 'rectifying', 'checking'), due,
    array(select distinct substr(problem, i, 2) from generate_series(1, length(problem) - 1) i) || array['@' || left(subject, 4), '@' || left(subject, 6)]
  from ledger_entries on conflict do nothing`

/** Words that stand in every tenth entry: too many to be sorted anywhere above a county. */
export const commonWords = things

/** Words that stand in none, though each of their pairs stands in many. */
export const missingWords = places.map((place) => `${place}的${place}公示栏不亮`)

/** Fills the ledger; gives the county that has most of them, and how many there are. */
export async function fillLedger(owner: Client, count: number): Promise<{ county: string; village: string; count: number }> {
  await owner.query(fill, [texts, chinaDay(Date.now()), randomUUID(), randomUUID(), count])
  // Indexes of words are built faster at once than word by word.
  const indexes = `select indexname as name, indexdef as definition from pg_indexes where tablename = 'ledger_words' and indexdef like '%gin%'`
  const { rows: built } = await owner.query<{ name: string; definition: string }>(indexes)
  for (const { name } of built) await owner.query(`drop index ${name}`)
  await owner.query(fillWords)
  for (const { definition } of built) await owner.query(definition)
  await owner.query('vacuum analyze ledger_entries, ledger_words')
  const { rows } = await owner.query<{ county: string; village: string; all: number }>(
    `select district as county, min(subject) as village, (select count(*)::int from ledger_entries) as all
     from ledger_entries group by 1 order by count(*) desc limit 1`,
  )
  const [found] = rows
  if (found === undefined) throw new Error('the ledger is empty')
  return { county: found.county, village: found.village, count: found.all }
}
