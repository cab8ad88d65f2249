// What a sheet of organisations means, row by row.

import { describe, expect, test } from 'vitest'
import { readOrganisations } from './import-organisations.ts'
import type { OrganisationRow } from './import-organisations.ts'
import type { Organisation } from './organisation.ts'

const id = (number: number): string => `00000000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`
const there = (number: number, given: Partial<Organisation>): Organisation => ({
  id: id(number),
  unit: '990101001',
  type: 'committee',
  host: 'office',
  name: '某党工委',
  parent: null,
  from: '2026-01-01',
  to: null,
  ...given,
})
const committee = there(1, { name: '晨光街道党工委' })
const branch = there(2, { unit: '990101001001', type: 'branch', host: 'community', name: '朝霞社区党支部', parent: id(1) })
const row = (line: number, given: Partial<OrganisationRow>): OrganisationRow => ({
  line,
  id: '',
  name: '某支部',
  type: '党支部',
  host: '社区',
  unit: '990101001001',
  parent: '',
  from: '',
  ...given,
})

function read(rows: readonly OrganisationRow[], versions: readonly Organisation[] = [committee, branch]) {
  let made = 50
  return readOrganisations(rows, {
    writes: ['990101'],
    effective: '2026-06-01',
    versions: Map.groupBy(versions, (version) => version.id),
    unitLives: (code) => code.startsWith('9901') && code.length <= 12,
    newId: () => id((made += 1)),
  })
}

const details = (rows: readonly OrganisationRow[], versions?: readonly Organisation[]): unknown[] =>
  read(rows, versions).bad.map(({ line, detail }) => [line, detail.en])

describe('a row', () => {
  test('registers a new organisation, whose parent may stand in the same sheet or be there', () => {
    const { counts, changes, bad } = read([
      row(2, { name: '一号楼院支部', type: 'grid-branch', host: '楼院', parent: '第一党支部' }),
      row(3, { name: '第一党支部', parent: '晨光街道党工委', from: '2026-02-01' }),
    ])
    expect(bad).toEqual([])
    expect(counts).toEqual({ added: 2, renamed: 0, moved: 0, unchanged: 0 })
    expect(changes.flatMap((change) => change.opened)).toMatchObject([
      { id: id(51), parent: id(52), from: '2026-06-01', type: 'grid-branch', host: 'building' },
      { id: id(52), parent: id(1), from: '2026-02-01' },
    ])
  })

  test('with the name or the id of one that is there renames, moves or leaves it', () => {
    const own = { name: '朝霞社区党支部', parent: '晨光街道党工委' }
    expect(read([row(2, own)]).counts).toEqual({ added: 0, renamed: 0, moved: 0, unchanged: 1 })
    expect(read([row(2, { ...own, parent: undefined })]).counts.unchanged).toBe(1)
    const renamed = read([row(2, { ...own, id: id(2), name: '朝霞社区第一党支部' })])
    expect(renamed.counts).toEqual({ added: 0, renamed: 1, moved: 0, unchanged: 0 })
    expect(renamed.changes).toEqual([
      {
        revised: [],
        closed: [{ id: id(2), from: '2026-01-01', to: '2026-05-31' }],
        opened: [{ ...branch, name: '朝霞社区第一党支部', from: '2026-06-01' }],
      },
    ])
    expect(read([row(2, { ...own, parent: '' })]).counts.moved).toBe(1)
    expect(read([row(2, { ...own, id: id(2), unit: '990101001002' })]).counts.moved).toBe(1)
  })

  test('is refused with every reason', () => {
    expect(details([row(2, { name: '', type: '科室', host: '海上', from: '明天', unit: '1' })])).toEqual([
      [2, 'the name is empty or longer than 100 characters'],
      [2, 'no such type'],
      [2, 'no such host'],
      [2, 'the first day must be YYYY-MM-DD'],
    ])
    expect(details([row(2, { unit: '880101' })])).toEqual([[2, 'the unit code is wrong or does not exist on the first day']])
    expect(details([row(2, { unit: '9901' })])).toEqual([[2, 'lies outside your post']])
    expect(details([row(2, { id: id(9) })])).toEqual([[2, 'no organisation has this id; leave it empty for a new one']])
    expect(details([row(2, {}), row(3, {})])).toEqual([[3, 'repeats an earlier row']])
    expect(details([row(2, { id: id(2), type: '党总支' })])).toEqual([[2, 'type and host cannot change once registered']])
    expect(details([row(2, { name: branch.name })], [branch, { ...branch, id: id(3) }])).toEqual([
      [2, 'several here bear this name; give the id'],
    ])
  })
})

describe('a parent', () => {
  test('must be there, fit, have begun and be told apart', () => {
    expect(details([row(2, { parent: '无此组织' })])).toEqual([[2, expect.stringContaining('was not found')]])
    expect(details([row(2, { type: '党委', parent: '朝霞社区党支部' })])).toEqual([[2, 'that organisation cannot stand above this one']])
    expect(details([row(2, { parent: '晨光街道党工委', from: '2025-01-01' })])).toEqual([[2, 'the parent does not exist yet on that day']])
    expect(details([row(2, { parent: committee.name })], [committee, { ...committee, id: id(3) }])).toEqual([
      [2, 'several parents bear this name; give the id'],
    ])
    const nearer = read([row(2, { parent: committee.name })], [committee, { ...committee, id: id(3), unit: '990101' }])
    expect(nearer.changes[0]?.opened[0]?.parent).toBe(id(1))
  })

  test('is never the organisation itself or below it', () => {
    const [upper, lower] = [there(5, { name: '上党委' }), there(6, { name: '下党委', parent: id(5) })]
    const circle = [row(2, { type: '党委', host: '机关', unit: '990101001', name: '上党委', parent: '下党委' })]
    expect(details(circle, [upper, lower])).toEqual([[2, 'it would stand below itself']])
    // Both change places in one sheet.
    const lowerUp = row(3, { type: '党委', host: '机关', unit: '990101001', name: '下党委', parent: '' })
    expect(read([...circle, lowerUp], [upper, lower])).toMatchObject({ bad: [], counts: { moved: 2 } })
  })

  test('changes before the last recorded change are refused', () => {
    const later = { ...branch, from: '2026-07-01' }
    const rows = [row(2, { name: '改名', id: id(2), parent: committee.name })]
    expect(details(rows, [committee, { ...branch, to: '2026-06-30' }, later])).toEqual([
      [2, expect.stringContaining('begins on 2026-07-01')],
    ])
    const same = [row(2, { name: branch.name, id: id(2), parent: committee.name })]
    expect(details(same, [committee, { ...branch, to: '2026-06-30' }])).toEqual([[2, expect.stringContaining('ended on')]])
    expect(details(rows, [committee, { ...branch, to: '2026-06-30' }])).toEqual([[2, expect.stringContaining('ended on 2026-06-30')]])
  })
})
