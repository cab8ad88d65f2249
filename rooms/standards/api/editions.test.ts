// The register of editions over HTTP: install, copy, edit in a workbook, compare, issue, retire; and what a township adds.

import { beforeAll, expect, test } from 'vitest'
import type { CallInput } from '#ground/trial/caller.ts'
import { cast } from '#ground/trial/cast.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { readBook } from '#ground/sheets/table.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import { additionsFor, editionFor, getEdition, useEdition } from '../offers.ts'
import { packFromShelf, shelfIds } from './shelf.ts'
import type { EditionRecord } from './show.ts'

const trial = useTrial()

interface Refusal {
  readonly code: number
  readonly errors: readonly { readonly path: string; readonly detail: string }[]
}
type Row = Omit<EditionRecord, 'pack' | 'counts'>

/** Who drafts here: an officer of the county, so that its administrator is the second person who issues. */
beforeAll(() => trial.owner.query("update posts set role = 'county-officer' where id = $1", [cast.reviewer.post]))

const call = <T>(who: PlayerName, endpoint: string, input: CallInput = {}) => trial.as(who).call<T>(`standards.${endpoint}`, input)
const sample = 'sample/five-star/2022-community'
const mine = 'sample/five-star/2026-yanshi'
const county = '990101'

const exported = async (id: string, who: PlayerName = 'countyAdmin'): Promise<Uint8Array> =>
  (await call(who, 'export', { query: { id } })).bytes

/** The workbook with one cell changed. */
async function edited(bytes: Uint8Array, sheet: string, change: (row: readonly string[]) => readonly string[]): Promise<Uint8Array> {
  const book = await readBook(bytes)
  if (!book.ok) throw new Error(book.problem.detail.en)
  return writeWorkbook(
    book.value.map((one) => ({
      sheet: one.sheet,
      header: one.header,
      rows: one.rows.map(({ cells }) => (one.sheet === sheet ? change(cells) : cells)),
    })),
  )
}
const send = <T>(bytes: Uint8Array, body: object, who: PlayerName = 'reviewer') =>
  call<T>(who, 'import', { body: { unit: county, ...body }, file: { name: '标准.xlsx', bytes } })

test('every pack on the shelf can be installed', async () => {
  const ids = await shelfIds()
  expect(ids).toEqual(expect.arrayContaining([sample, 'sample/five-star/2022-rural']))
  for (const id of ids) expect((await packFromShelf(id))?.id).toBe(id)
  expect(await packFromShelf('../../etc/passwd')).toBeUndefined()
})

test('a county installs a shipped pack once; everybody who works with it reads it, marked as a sample', async () => {
  const shelf = await call<{ packs: { id: string; notice: string }[] }>('countyAdmin', 'shelf')
  expect(shelf.body.packs.map(({ id }) => id)).toContain(sample)
  expect((await call('officer', 'shelf')).status).toBe(403)
  expect((await call('officer', 'install', { body: { unit: county, pack: sample } })).status).toBe(403)
  const installed = await call<EditionRecord>('countyAdmin', 'install', { body: { unit: county, pack: sample } })
  expect(installed.status).toBe(200)
  expect(installed.body).toMatchObject({
    id: sample,
    state: 'issued',
    origin: 'shipped',
    counts: { stars: 5, bottomLines: 8 },
    may: ['retire'],
  })
  expect(installed.body.pack.notice).toContain('示例（非官方）')
  const again = await call<Refusal>('outsider', 'install', { body: { unit: '990102', pack: sample } })
  expect([again.status, again.body.code]).toEqual([409, 5502])
  const nothing = await call<Refusal>('countyAdmin', 'install', { body: { unit: county, pack: 'sample/five-star/1999' } })
  expect(nothing.body.code).toBe(5507)
  const list = await call<{ rows: Row[] }>('secretary', 'list')
  expect(list.body.rows.map(({ id, may }) => [id, may])).toEqual([[sample, []]])
  expect((await call<EditionRecord>('secretary', 'get', { query: { id: sample } })).body.pack.stars).toHaveLength(5)
  expect((await call('resident', 'list')).status).toBe(403)
  expect((await call<{ packs: { id: string }[] }>('countyAdmin', 'shelf')).body.packs.map(({ id }) => id)).not.toContain(sample)
  const acts = await trial.owner.query("select verb, subject from acts where room = 'standards'")
  expect(acts.rows.filter(({ verb }) => verb !== 'define')).toEqual([{ verb: 'install', subject: `edition:${sample}` }])
})

test('a copy is a draft that only its county sees; its workbook goes out and in', async () => {
  const body = { unit: county, from: sample, id: mine, title: '演示县标准（2026）' }
  const copied = await call<EditionRecord>('reviewer', 'copy', { body })
  expect(copied.body).toMatchObject({ id: mine, state: 'draft', origin: 'own', replaces: sample })
  expect(copied.body).toMatchObject({ may: ['revise', 'drop'], needsSecond: true })
  expect((await call<Refusal>('reviewer', 'copy', { body })).body.code).toBe(5502)
  expect((await call('officer', 'get', { query: { id: mine } })).status).toBe(404)
  expect((await call('outsider', 'export', { query: { id: mine } })).status).toBe(404)

  const book = await exported(mine)
  const same = await send<{ written: boolean; counts: object }>(book, { id: mine, dryRun: true })
  expect(same.body).toEqual({ id: mine, title: '演示县标准（2026）', counts: copied.body.counts, written: false })
  await send(book, { id: mine })
  expect((await call<EditionRecord>('countyAdmin', 'get', { query: { id: mine } })).body.digest).toBe(copied.body.digest)

  const stricter = await edited(book, '底线', (row) =>
    row.map((cell) => cell.replace('NO merchant-complaint WITHIN 12 MONTHS', '近 24 个月无 merchant-complaint')),
  )
  expect((await send<{ written: boolean }>(stricter, { id: mine })).body.written).toBe(true)
  const after = await call<EditionRecord>('countyAdmin', 'get', { query: { id: mine } })
  expect(after.body.pack.stars[2]?.bottomLines[0]?.rule).toBe('近 24 个月无 merchant-complaint')

  const compared = await call<{ mapped: boolean; rows: { from: string; change: string; differs: object[] }[] }>('countyAdmin', 'compare', {
    query: { before: sample, after: mine },
  })
  expect(compared.body.mapped).toBe(true)
  expect(compared.body.rows.filter(({ change }) => change !== 'same').map(({ from, differs }) => [from, differs])).toEqual([
    ['YYXY/B1', [{ field: 'rule', before: 'NO merchant-complaint WITHIN 12 MONTHS', after: '近 24 个月无 merchant-complaint' }]],
  ])
  expect((await call<Refusal>('countyAdmin', 'compare', { query: { before: mine, after: mine } })).body.code).toBe(5514)
})

test('a workbook that is not right is refused by cell, and nothing is written', async () => {
  const before = (await call<EditionRecord>('countyAdmin', 'get', { query: { id: mine } })).body.digest
  const book = await exported(mine)
  const bad = await edited(book, '创建标准', (row) =>
    row.map((cell, index) => (index === 6 && cell.startsWith('job-fairs') ? 'jobfairs >= 2 场' : cell)),
  )
  const refused = await send<Refusal>(bad, { id: mine })
  expect([refused.status, refused.body.code]).toEqual([422, 5441])
  expect(refused.body.errors[0]?.path).toMatch(/^创建标准!G\d+$/)
  expect(refused.body.errors[0]?.detail).toContain('job-fairs')
  const other = await edited(book, '说明', (row) => row.map((cell) => (cell === mine ? 'sample/five-star/2027' : cell)))
  expect((await send<Refusal>(other, { id: mine })).body.code).toBe(5515)
  expect((await send<Refusal>(book, {})).body.code, 'without an id it would be new').toBe(5502)
  expect((await send<Refusal>(new TextEncoder().encode('a,b\n'), { id: mine })).status).toBe(415)
  expect((await send<Refusal>(book, { id: mine }, 'officer')).status).toBe(403)
  expect((await call<EditionRecord>('countyAdmin', 'get', { query: { id: mine } })).body.digest).toBe(before)
})

test('a draft changed at the desk is read as strictly as a pack, over what was read only, and by its county', async () => {
  const before = (await call<EditionRecord>('reviewer', 'get', { query: { id: mine } })).body
  const document = { format: 'liangxing-pack-1', ...before.pack, title: '演示县标准（2026，改）' }
  const revise = (body: object, who: PlayerName = 'reviewer') =>
    call<Refusal & { digest: string }>(who, 'revise', { body: { id: mine, before: before.digest, document, ...body } })
  const [star, ...stars] = before.pack.stars
  const faulty = { ...document, stars: [{ ...star, colour: 'red', rule: 'ALL(B1' }, ...stars] }
  const refused = await revise({ document: faulty })
  expect([refused.status, refused.body.code, refused.body.errors.map(({ path }) => path)]).toEqual([
    422,
    5400,
    ['stars[0].colour', 'stars[0].rule'],
  ])
  expect((await revise({ document: { ...document, id: 'yanshi/five-star/2030' } })).body.code).toBe(5515)
  expect((await revise({ before: 'e'.repeat(64) })).body.code).toBe(5519)
  expect((await revise({}, 'outsider')).status).toBe(404)
  expect((await revise({}, 'officer')).status).toBe(403)
  expect((await call<EditionRecord>('reviewer', 'get', { query: { id: mine } })).body.digest).toBe(before.digest)
  const saved = await revise({})
  expect(saved.status).toBe(200)
  expect((await revise({})).body.code, 'what was read is no longer there').toBe(5519)
  const back = { before: saved.body.digest, document: { format: 'liangxing-pack-1', ...before.pack } }
  expect((await revise(back)).body.digest).toBe(before.digest)
  const same = { before: before.digest, document: back.document }
  expect((await revise(same)).body.digest, 'nothing changes, nothing is recorded').toBe(before.digest)
  const acts = await trial.owner.query<{ before: string }>("select payload->>'before' as before from acts where verb = 'revise'")
  const both = [before.digest, saved.body.digest]
  const noted = acts.rows.map((row) => row.before).filter((digest) => both.includes(digest))
  expect(noted.toSorted()).toEqual(both.toSorted())
})

test('a new edition of a line is issued only with a whole mapping from the one before, and never changed afterwards', async () => {
  const book = await exported(mine)
  const bare = await writeWorkbook(
    await (async () => {
      const read = await readBook(book)
      if (!read.ok) throw new Error(read.problem.detail.en)
      return read.value
        .filter(({ sheet }) => sheet !== '对照')
        .map(({ sheet, header, rows }) => ({
          sheet,
          header,
          rows: rows.map(({ cells }) => (cells[0] === '替代的版本' ? ['替代的版本', ''] : cells)),
        }))
    })(),
  )
  await send(bare, { id: mine })
  const missing = await call<Refusal>('countyAdmin', 'issue', { body: { id: mine } })
  expect([missing.status, missing.body.code]).toEqual([422, 5504])
  const half = await edited(book, '对照', (row) => (row[1] === 'YYXY-2' || row[1] === 'PAFZ' ? row.map(() => '') : row))
  await send(half, { id: mine })
  const incomplete = await call<Refusal>('countyAdmin', 'issue', { body: { id: mine } })
  expect([incomplete.body.code, incomplete.body.errors.map(({ path }) => path)]).toEqual([5505, ['PAFZ', 'YYXY-2']])
  await send(book, { id: mine })
  expect((await call('outsider', 'issue', { body: { id: mine } })).status).toBe(404)
  // Who changed it last does not issue it, whoever wrote it first.
  const changed = await edited(book, '说明', (row) => row.map((cell) => cell.replace('演示县标准', '演示县创建标准')))
  await send(changed, { id: mine }, 'countyAdmin')
  expect((await call<Refusal>('countyAdmin', 'issue', { body: { id: mine } })).body.code).toBe(5518)
  await send(book, { id: mine })
  expect((await call('reviewer', 'issue', { body: { id: mine } })).status, 'may not issue at all').toBe(403)
  const read = await call<EditionRecord>('countyAdmin', 'get', { query: { id: mine } })
  expect(read.body).toMatchObject({ may: ['revise', 'issue', 'return', 'drop'], needsSecond: false })
  const other = { body: { id: mine, digest: 'f'.repeat(64) } }
  expect((await call<Refusal>('countyAdmin', 'issue', other)).body.code, 'not what was read').toBe(5519)
  const issued = await call<EditionRecord>('countyAdmin', 'issue', { body: { id: mine, digest: read.body.digest } })
  expect(issued.body).toMatchObject({ state: 'issued', issuedOn: '2026-09-08', may: ['retire'] })
  expect((await send<Refusal>(book, { id: mine })).body.code).toBe(5501)
  expect((await call<Refusal>('countyAdmin', 'issue', { body: { id: mine } })).body.code).toBe(5501)
  expect((await call('secretary', 'get', { query: { id: mine } })).status).toBe(200)
})

test('a workbook with an id of its own becomes a draft of its own', async () => {
  const json = await call('secretary', 'export', { query: { id: sample, format: 'json' } })
  expect(JSON.parse(new TextDecoder().decode(json.bytes))).toMatchObject({ format: 'liangxing-pack-1', id: sample })
  const book = await edited(await exported(sample), '说明', (row) => row.map((cell) => (cell === sample ? 'yanshi/other/2026' : cell)))
  expect((await send<{ written: boolean }>(book, {})).body.written).toBe(true)
  expect((await call<EditionRecord>('countyAdmin', 'issue', { body: { id: 'yanshi/other/2026' } })).body.state).toBe('issued')
  const foreign = await call<Refusal>('outsider', 'issue', { body: { id: 'yanshi/other/2026' } })
  expect([foreign.status, foreign.body.code]).toEqual([403, 5503])
})

const criterion = { id: 'CG-1', text: '每季度走访商户', kind: 'reviewed', role: '社区书记' }
const addition = {
  id: '00000000-0000-7000-9500-000000005403',
  unit: '990101001',
  edition: sample,
  star: 'YYXY',
  from: '2026-09-09',
  criterion,
}

test('a township adds a criterion, which its communities must meet too, and may end it again', async () => {
  expect((await call('countyAdmin', 'add', { body: { ...addition, unit: county } })).status).toBe(403)
  expect((await call('officer', 'add', { body: { ...addition, unit: '990101101' } })).status).toBe(403)
  expect((await call<Refusal>('officer', 'add', { body: { ...addition, criterion: { ...criterion, id: 'YYXY-1' } } })).body.code).toBe(5508)
  const added = await call<{ mine: boolean; criterion: { required: boolean } }>('officer', 'add', {
    body: { ...addition, criterion: { ...criterion, required: false } },
  })
  expect(added.body).toMatchObject({ mine: true, criterion: { required: true } })
  const seen = await call<{ rows: object[]; township: object | null }>('secretary', 'additions', { query: { id: sample } })
  expect([seen.body.rows.length, seen.body.township]).toEqual([1, null])

  const asked = await trial.sql('secretary', async (db) => {
    const edition = await getEdition(db, sample)
    if (edition === undefined) throw new Error('not there')
    const own = await editionFor(db, edition, '990101001001', '2026-09-09')
    const beside = await editionFor(db, edition, '990101101201', '2026-09-09')
    return [own.criteria.has('CG-1'), beside.criteria.has('CG-1'), (await additionsFor(db, sample, '990101001001', '2026-09-08')).length]
  })
  expect(asked).toEqual([true, false, 0])

  const where = { params: { unit: '990101001', id: addition.id } }
  expect((await call<Refusal>('officer', 'endAddition', { ...where, body: { to: '2026-09-01' } })).body.code).toBe(5511)
  expect((await call<{ to: string }>('officer', 'endAddition', { ...where, body: { to: '2026-12-31' } })).body.to).toBe('2026-12-31')
  expect((await call<Refusal>('officer', 'endAddition', { ...where, body: { to: '2026-12-31' } })).body.code).toBe(5510)
})

test('an edition is tried on a unit by the facts there are, its data being defined since it was installed', async () => {
  const { rows } = await trial.owner.query("select count(*)::int as n from fact_definitions where id in ('job-fairs', 'day-care')")
  expect(rows[0]).toEqual({ n: 2 })
  const tried = (unit: string, who: PlayerName = 'secretary') =>
    call<{
      level: number
      stars: { code: string; held: boolean | null; bottomLines: { id: string; met: boolean | null; because: string }[] }[]
    }>(who, 'tryOut', {
      query: { id: sample, unit, asOf: '2026-09-08' },
    })
  const before = (await tried('990101001001')).body.stars.find(({ code }) => code === 'YYXY')
  // Lists that the house keeps are complete: no complaint is known, no certificate is held, no review was made.
  expect(before?.bottomLines).toEqual([
    { id: 'B1', met: true, because: '2025-09-09 至 2026-09-08 没有商户投诉成立，底线 B1 满足' },
    { id: 'B2', met: false, because: expect.stringContaining('没有县级以上有效的“充分就业社区”证书') },
  ])
  expect((await tried('990101101201')).status, 'another village').toBe(403)
  expect((await tried('990101101201', 'countyAdmin')).body).toMatchObject({ level: 0, stars: [] })
  expect((await call<Refusal>('countyAdmin', 'tryOut', { query: { id: sample, unit: '990101001', asOf: '2026-09-08' } })).body.code).toBe(
    5517,
  )
})

test('a cycle that runs on an edition is noted; a retired one opens no new cycle', async () => {
  const use = (edition: string) =>
    trial.sql(
      'countyAdmin',
      async (db) => useEdition({ db, today: '2026-09-08', act: async () => '' }, { edition, unit: county, usedBy: 'cycle:2026' }),
      true,
    )
  expect((await use(sample)).ok).toBe(true)
  expect((await use(sample)).ok).toBe(true)
  const list = await call<{ rows: Row[] }>('countyAdmin', 'list')
  expect(list.body.rows.find(({ id }) => id === sample)?.uses).toBe(1)
  // Nobody changes what a cycle runs on, through whichever door.
  const used = (await call<EditionRecord>('countyAdmin', 'get', { query: { id: sample } })).body
  const document = { format: 'liangxing-pack-1', ...used.pack, title: '改过的标准' }
  for (const who of ['countyAdmin', 'reviewer'] as const) {
    expect((await call<Refusal>(who, 'revise', { body: { id: sample, before: used.digest, document } })).body.code, who).toBe(5501)
    expect((await send<Refusal>(await exported(sample), { id: sample }, who)).body.code, who).toBe(5501)
  }
  expect((await call<Refusal>('countyAdmin', 'issue', { body: { id: sample } })).body.code).toBe(5501)
  expect((await call<EditionRecord>('countyAdmin', 'get', { query: { id: sample } })).body.digest).toBe(used.digest)
  const retired = await call<EditionRecord>('countyAdmin', 'retire', { body: { id: sample, reason: '由 2026 版替代' } })
  expect(retired.body).toMatchObject({ state: 'retired', retiredOn: '2026-09-08', may: [] })
  expect((await call<Refusal>('countyAdmin', 'retire', { body: { id: sample, reason: '再来' } })).body.code).toBe(5501)
  const refused = await use(sample)
  expect(refused.ok ? 0 : refused.problem.code).toBe(5513)
  expect((await call('secretary', 'get', { query: { id: sample } })).status, 'a running cycle keeps its edition').toBe(200)
})
