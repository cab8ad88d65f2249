import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDay, readTask } from './read-sheet.ts'
import { misfits, partsOf, progressOf, refuses, sumOf } from './task.ts'
import type { State, Task } from './task.ts'

const today = '2026-09-08'
const task = (id: string, parent: string | null, state: State, due = '2026-12-31'): Task => ({
  id,
  parent,
  state,
  due,
  unit: '990101',
  subject: '990101001',
  number: id,
  action: parent ?? id,
  title: id,
})

test('progress is what was confirmed below; whoever handed a task on stands for nothing of its own', () => {
  const tasks = [task('a', null, 'open'), task('a1', 'a', 'confirmed'), task('a2', 'a', 'open', '2026-01-01'), task('b', null, 'reported')]
  const progress = progressOf(tasks, today)
  expect(progress.get('a')).toEqual({ whole: 2, done: 1, reported: 0, late: 1 })
  expect(sumOf(tasks, progress)).toEqual({ whole: 3, done: 1, reported: 1, late: 1 })
  expect(sumOf(tasks, progress, 'a')).toEqual({ whole: 2, done: 1, reported: 0, late: 1 })
})

test('what was dropped is added up no more, with all its parts; a task whose parts were dropped stands for itself again', () => {
  const dropped = [
    task('a', null, 'dropped'),
    task('a1', 'a', 'dropped', '2026-01-01'),
    task('a2', 'a', 'confirmed'),
    task('b', null, 'confirmed'),
  ]
  expect(sumOf(dropped, progressOf(dropped, today))).toEqual({ whole: 1, done: 1, reported: 0, late: 0 })
  const parts = [task('a', null, 'open'), task('a1', 'a', 'dropped'), task('a2', 'a', 'confirmed')]
  expect(sumOf(parts, progressOf(parts, today))).toEqual({ whole: 1, done: 1, reported: 0, late: 0 })
  const alone = [task('a', null, 'open', '2026-01-01'), task('a1', 'a', 'dropped')]
  expect(sumOf(alone, progressOf(alone, today))).toEqual({ whole: 1, done: 0, reported: 0, late: 1 })
  expect(
    partsOf([task('a', null, 'open'), task('a1', 'a', 'open'), task('a11', 'a1', 'open'), task('b', null, 'open')], 'a').map(
      (one) => one.id,
    ),
  ).toEqual(['a1', 'a11'])
})

test('the sum of a tree is the sum of its leaves, however deep it is handed on', () => {
  const states = fc.constantFrom<State>('open', 'reported', 'confirmed')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), states), { minLength: 1, maxLength: 60 }), (made) => {
      const tasks = made.map(([above, state], index) =>
        task(String(index), index === 0 || above % 4 === 0 ? null : String(above % index), state),
      )
      const parents = new Set(tasks.map((one) => one.parent))
      const leaves = tasks.filter((one) => !parents.has(one.id))
      const sum = sumOf(tasks, progressOf(tasks, today))
      expect(sum.whole).toBe(leaves.length)
      expect(sum.done).toBe(leaves.filter((one) => one.state === 'confirmed').length)
    }),
  )
})

test('reported by who does it, confirmed or returned by a second person, handed on only while open', () => {
  const open = { state: 'open' as const, reportedBy: null }
  const reported = { state: 'reported' as const, reportedBy: 'a' }
  expect(refuses(open, 'report', 'a', false)).toBeNull()
  expect(refuses(open, 'report', 'a', true)).toBe('handed-on')
  expect(refuses(open, 'confirm', 'b', false)).toBe('wrong-state')
  expect(refuses(reported, 'confirm', 'a', false)).toBe('same-person')
  expect(refuses(reported, 'return', 'a', false)).toBe('same-person')
  expect(refuses(reported, 'confirm', 'b', false)).toBeNull()
  expect(refuses(reported, 'assign', 'b', false)).toBe('wrong-state')
  expect(refuses(open, 'revise', 'b', true)).toBeNull()
  expect(refuses(reported, 'revise', 'b', false)).toBe('wrong-state')
  expect(refuses(reported, 'drop', 'b', false)).toBeNull()
  for (const verb of ['report', 'assign', 'revise', 'drop'] as const)
    expect(refuses({ state: 'dropped', reportedBy: null }, verb, 'a', false), verb).toBe('wrong-state')
})

test('a row of the sheet says what is wrong with it, and days are read as offices write them', () => {
  for (const text of ['2027-06-30', '2027/6/30', '2027.6.30', '2027年6月30日']) expect(readDay(text), text).toBe('2027-06-30')
  for (const text of ['2027-02-30', '明年', '']) expect(readDay(text), text).toBeNull()
  const row = { number: '1.1', action: '行动一', title: '任务', subject: '990101001', due: '2027-06-30', days: '', measure: '' }
  const around = { unit: '990101', from: '2026-01-01', to: '2028-12-31', units: new Set(['990101001', '990102']), there: new Map() }
  const code = (changes: Partial<typeof row>, before = new Set<string>()): number | string => {
    const read = readTask({ ...row, ...changes }, around, before)
    return 'task' in read ? 'fine' : read.code
  }
  expect(code({})).toBe('fine')
  expect(code({ title: '' })).toBe(7210)
  expect(code({ action: '长'.repeat(201) })).toBe(7211)
  expect(code({}, new Set(['1.1']))).toBe(7212)
  expect(code({ subject: '990101009' })).toBe(7213)
  expect(code({ subject: '990102' })).toBe(7214)
  expect(code({ due: '2029-01-01' })).toBe(7215)
  expect(code({ days: '-3' })).toBe(7216)
})

test('a dropped part comes back only where the task above still stands as it was handed on', () => {
  const above = { ...task('a', null, 'open'), subject: '990101001' }
  const part = { ...task('p', 'a', 'dropped', '2026-10-01'), unit: '990101001', subject: '990101001001' }
  const again = { ...part, id: 'q', state: 'open' } as const
  expect(misfits(above, [])).toBeNull()
  expect(misfits(part, [above, part])).toBeNull()
  expect(misfits(part, [{ ...above, due: part.due }, part])).toBeNull()
  expect(misfits(part, [{ ...above, state: 'dropped' }, part])).toBe('above-dropped')
  for (const other of [[], [{ ...above, state: 'reported' }], [{ ...above, state: 'confirmed' }]] as const)
    expect(misfits(part, other)).toBe('above-changed')
  expect(misfits(part, [{ ...above, subject: '990101101' }])).toBe('above-changed')
  expect(misfits(part, [{ ...above, due: '2026-09-30' }])).toBe('above-changed')
  expect(misfits(part, [above, part, again])).toBe('given-again')
  expect(misfits(part, [above, part, { ...again, state: 'dropped' }, { ...again, subject: '990101001002' }])).toBeNull()
})
