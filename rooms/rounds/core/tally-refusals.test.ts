// Every rule of the published contract refuses, under its number and with the path of every faulty place. Each line takes the
// worked example, breaks one thing and names what must be said; the example itself is not refused, so each could have failed.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problems } from '../problems.ts'
import { tally } from './tally.ts'

const example = readFileSync(new URL('../../../packs/sample/rounds/examples/tally-input.json', import.meta.url), 'utf8')

// Loose on purpose: what is broken has no shape.
type Loose = Record<string, unknown> & Record<number, unknown>
const at = (document: unknown, path: string): { holder: Loose; key: string } => {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '')
  const holder = steps.slice(0, -1).reduce<Loose>((value, step) => value[step] as Loose, document as Loose)
  return { holder, key: steps.at(-1) ?? '' }
}
const set = (path: string, value: unknown) => (document: unknown) => {
  const { holder, key } = at(document, path)
  holder[key] = value
}
const drop = (path: string) => (document: unknown) => {
  const { holder, key } = at(document, path)
  delete holder[key]
}
const push =
  (path: string, ...values: unknown[]) =>
  (document: unknown) => {
    const { holder, key } = at(document, path)
    ;(holder[key] as unknown[]).push(...values)
  }
const remove =
  (path: string, place: number, count = 1) =>
  (document: unknown) => {
    const { holder, key } = at(document, path)
    ;(holder[key] as unknown[]).splice(place, count)
  }
type Break = (document: unknown) => void

function refusal(...breaks: Break[]): { code: number; paths: string[]; details: string[] } {
  const input: unknown = JSON.parse(example)
  for (const one of breaks) one(input)
  const result = tally(input)
  if (result.ok) return { code: 0, paths: [], details: [] }
  const { code, errors } = result.problem
  for (const { zh, en } of [result.problem.title, result.problem.detail, ...errors.map(({ detail }) => detail)]) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]/)
    expect(zh + en).not.toMatch(/undefined|NaN|\[object/)
  }
  return { code, paths: errors.map(({ path }) => path), details: errors.map(({ detail }) => detail.en) }
}

const score = { unit: '990101001001', judge: 'l1', component: 'field', criterion: 'change', points: '1' }
const adjustment = { unit: '990101001001', points: '1', reason: 'x' }

test('the example itself is not refused', () => {
  expect(refusal()).toEqual({ code: 0, paths: [], details: [] })
})

describe('one broken rule', () => {
  const cases: readonly [rule: keyof typeof problems, what: string, path: string, ...breaks: Break[]][] = [
    ['wrongType', 'a list for an object', 'method', set('method', [])],
    ['wrongType', 'an object for a list', 'adjustments', set('adjustments', {})],
    ['wrongType', 'a number for an id', 'units[0].id', set('units[0].id', 990101001001), remove('units', 1)],
    ['wrongType', 'null for a score', 'scores[21]', push('scores', null)],
    ['wrongType', 'a number for a unit of a score', 'scores[21].unit', push('scores', { ...score, unit: 7 })],
    ['wrongType', 'a text for a count', 'method.aggregate.dropHigh', set('method.aggregate.dropHigh', '1')],
    ['unknownField', 'at the top', 'note', set('note', 'x')],
    ['unknownField', 'in the method', 'method.bands', set('method.bands', [])],
    ['unknownField', 'in a component', 'method.components[1].name', set('method.components[1].name', 'x')],
    ['unknownField', 'in the aggregate', 'method.aggregate.x', set('method.aggregate.x', 1)],
    ['unknownField', 'in a criterion', 'sheets.field[0].title', set('sheets.field[0].title', 'x')],
    ['unknownField', 'in a unit', 'units[1].name', set('units[1].name', 'x')],
    ['unknownField', 'in a judge', 'judges[3].weight', set('judges[3].weight', '1')],
    ['unknownField', 'in a score', 'scores[20].at', set('scores[20].at', 'x')],
    ['unknownField', 'in an adjustment', 'adjustments[0].by', set('adjustments[0].by', 'x')],
    ['missingField', 'at the top', 'adjustments', drop('adjustments')],
    ['missingField', 'in the method', 'method.ties', drop('method.ties')],
    ['missingField', 'in the aggregate', 'method.aggregate.kind', drop('method.aggregate.kind')],
    ['missingField', 'in a judge', 'judges[0].recused', drop('judges[0].recused')],
    ['missingField', 'in a score', 'scores[20].points', drop('scores[20].points')],
    ['missingField', 'trimming without its counts', 'method.aggregate.minJudges', drop('method.aggregate.minJudges')],
    ['notDecimal', 'a number for a weight', 'method.panels[0].weight', set('method.panels[0].weight', 0.7)],
    ['notDecimal', 'a number for points', 'scores[0].points', set('scores[0].points', 35)],
    ['notDecimal', 'points with an exponent', 'scores[0].points', set('scores[0].points', '3.5e1')],
    ['notDecimal', 'points with a leading zero', 'scores[0].points', set('scores[0].points', '035')],
    ['notDecimal', 'points with a plus', 'adjustments[0].points', set('adjustments[0].points', '+1')],
    ['notDecimal', 'an empty maximum', 'sheets.stage[0].max', set('sheets.stage[0].max', '')],
    ['badName', 'an empty id', 'units[2].id', push('units', { id: '' })],
    ['badName', 'half a character', 'adjustments[0].reason', set('adjustments[0].reason', '\ud83d')],
    [
      'duplicateId',
      'components',
      'method.components[1].id',
      set('method.components[1].id', 'field'),
      drop('sheets.stage'),
      (d) => stageToField(d),
    ],
    ['duplicateId', 'panels', 'method.panels[1].id', set('method.panels[1].id', 'leaders'), set('judges[3].panel', 'leaders')],
    ['duplicateId', 'criteria', 'sheets.stage[1].id', push('sheets.stage', { id: 'speech', max: '100', step: '0.5' })],
    ['duplicateId', 'units', 'units[2].id', push('units', { id: '990101001002' })],
    ['duplicateId', 'judges', 'judges[4].id', push('judges', { id: 'l1', panel: 'peers', recused: [] })],
    ['duplicateId', 'recusals', 'judges[3].recused[1]', push('judges[3].recused', '990101001002')],
    ['decimalsOutOfRange', 'seven', 'method.decimals', set('method.decimals', 7)],
    ['decimalsOutOfRange', 'a half', 'method.decimals', set('method.decimals', 1.5)],
    ['decimalsOutOfRange', 'a text', 'method.decimals', set('method.decimals', '2')],
    ['badCount', 'a negative drop', 'method.aggregate.dropLow', set('method.aggregate.dropLow', -1)],
    ['negativeLimit', 'a cap', 'method.bonusCap', set('method.bonusCap', '-1')],
    ['negativeLimit', 'a maximum', 'sheets.stage[0].max', set('sheets.stage[0].max', '-100')],
    [
      'weightNotPositive',
      'a weight of 0',
      'method.panels[1].weight',
      set('method.panels[0].weight', '1'),
      set('method.panels[1].weight', '0'),
    ],
    ['weightsNotOne', 'components', 'method.components', set('method.components[0].weight', '0.51')],
    ['weightsNotOne', 'panels by a hair', 'method.panels', set('method.panels[1].weight', '0.3000000000000000000001')],
    ['unknownAggregate', 'another', 'method.aggregate.kind', set('method.aggregate', { kind: 'mode' })],
    ['dropsWithoutTrim', 'with a median', 'method.aggregate.dropHigh', set('method.aggregate', { kind: 'median', dropHigh: 1 })],
    ['tooFewLeft', 'two of two dropped', 'method.aggregate.minJudges', set('method.aggregate.minJudges', 2)],
    ['stepNotPositive', 'a step of 0', 'sheets.stage[0].step', set('sheets.stage[0].step', '0')],
    ['stepNotPositive', 'a negative step', 'sheets.stage[0].step', set('sheets.stage[0].step', '-0.5')],
    ['maxOffStep', 'a maximum between steps', 'sheets.stage[0].max', set('sheets.stage[0].max', '100.25')],
    ['unknownTie', 'another word', 'method.ties[2]', push('method.ties', 'age')],
    ['unknownTie', 'a criterion without its component', 'method.ties[2]', push('method.ties', 'criterion:change')],
    ['wrongType', 'a number for a tie-break', 'method.ties[2]', push('method.ties', 1)],
    ['unknownNamed', 'a component of a tie-break', 'method.ties[2]', push('method.ties', 'component:x')],
    ['unknownNamed', 'a criterion of a tie-break', 'method.ties[2]', push('method.ties', 'criterion:field/speech')],
    ['unknownNamed', 'a component of a sheet', 'sheets.hall', set('sheets.hall', [])],
    ['unknownNamed', 'a panel', 'judges[4].panel', push('judges', { id: 'x', panel: 'guests', recused: [] })],
    ['unknownNamed', 'a recused unit', 'judges[0].recused[0]', push('judges[0].recused', '990101001009')],
    ['unknownNamed', 'a unit of a score', 'scores[21].unit', push('scores', { ...score, unit: '990101001009' })],
    ['unknownNamed', 'a judge of a score', 'scores[21].judge', push('scores', { ...score, judge: 'l9' })],
    ['unknownNamed', 'a component of a score', 'scores[21].component', push('scores', { ...score, component: 'hall' })],
    ['unknownNamed', 'a criterion of a score', 'scores[21].criterion', push('scores', { ...score, criterion: 'speech' })],
    ['unknownNamed', 'a name that objects inherit', 'scores[21].component', push('scores', { ...score, component: 'constructor' })],
    ['unknownNamed', 'a unit of an adjustment', 'adjustments[1].unit', push('adjustments', { ...adjustment, unit: '990101001009' })],
    ['aboveMax', 'half a point too much', 'scores[0].points', set('scores[0].points', '40.5')],
    ['belowZero', 'below 0', 'scores[0].points', set('scores[0].points', '-0.5')],
    ['offStep', 'between steps', 'scores[0].points', set('scores[0].points', '35.25')],
    ['offStep', 'by very little', 'scores[0].points', set('scores[0].points', '35.00000000000000000001')],
    ['duplicateScore', 'the same points again', 'scores[21]', push('scores', { ...score, points: '52' })],
    ['duplicateScore', 'other points', 'scores[21]', push('scores', score)],
    [
      'recusedScore',
      'by the recused judge',
      'scores[21]',
      push('scores', { ...score, unit: '990101001002', judge: 'p1', component: 'stage', criterion: 'speech' }),
    ],
    [
      'incompleteSheet',
      'one criterion of two',
      'scores[1]',
      remove('scores', 0),
      (d) => (d as { scores: unknown[] }).scores.unshift((d as { scores: unknown[] }).scores.pop()),
    ],
    [
      'unitWithoutScore',
      'a unit that nobody has scored',
      'units[2]',
      push('units', { id: '990101001003' }),
      set('method.components', [{ id: 'field', weight: '1' }]),
      (d) => onlyField(d),
    ],
    ['adjustmentWithoutReason', 'an empty reason', 'adjustments[0].reason', set('adjustments[0].reason', '')],
    ['adjustmentWithoutReason', 'blanks for a reason', 'adjustments[0].reason', set('adjustments[0].reason', ' \u3000')],
  ]
  test.each(cases)('%s: %s', (rule, _what, path, ...breaks) => {
    const { code, paths } = refusal(...breaks)
    expect({ code, paths }).toEqual({ code: problems[rule].code, paths: [path] })
  })

  test('sheetMissing: a component without a sheet, and its scores name nothing known', () => {
    const { code, paths } = refusal(drop('sheets.stage'))
    expect(code).toBe(problems.severalFaults.code)
    expect(paths).toContain('sheets.stage')
    expect(refusal(drop('sheets.stage'), (d) => onlyField(d, false)).paths).toContain('sheets.stage')
  })

  test('is tried for every problem that a tally can have', () => {
    const elsewhere = ['severalFaults', 'sheetMissing', 'fileUnreadable', 'notUtf8', 'fileTooLarge', 'notJson', 'badBands', 'methodsDiffer']
    const ofTally = Object.entries(problems).flatMap(([name, { code }]) => (code < 4060 && !elsewhere.includes(name) ? [name] : []))
    expect([...new Set(cases.map(([rule]) => rule))].sort()).toEqual(ofTally.sort())
  })
})

// With both components called `field`, the scores of the other one are gone too.
function stageToField(document: unknown): void {
  const round = document as { scores: { component: string }[] }
  round.scores = round.scores.filter(({ component }) => component === 'field')
}

function onlyField(document: unknown, sheets = true): void {
  const round = document as { scores: { component: string }[]; sheets: Record<string, unknown> }
  if (sheets) delete round.sheets['stage']
  stageToField(document)
}

describe('several faults', () => {
  test('of one rule are all listed under its number', () => {
    const { code, paths } = refusal(set('scores[0].points', '40.5'), set('scores[9].points', '99'), set('scores[20].points', '101'))
    expect({ code, paths }).toEqual({ code: problems.aboveMax.code, paths: ['scores[0].points', 'scores[9].points', 'scores[20].points'] })
  })

  test('of several rules are all listed under 4000, from every part of the input', () => {
    const { code, paths } = refusal(
      set('note', 1),
      set('method.components[0].weight', '0.4'),
      set('sheets.field[0].step', '0.3'),
      set('judges[0].panel', 'guests'),
      set('scores[4].points', '50.25'),
      remove('scores', 20),
      set('adjustments[0].reason', ''),
    )
    expect(code).toBe(problems.severalFaults.code)
    const wanted = ['note', 'method.components', 'sheets.field[0].max', 'judges[0].panel', 'scores[4].points', 'adjustments[0].reason']
    expect(paths).toEqual(expect.arrayContaining(wanted))
  })

  test('do not blame what refers to a list that could not be read', () => {
    expect(refusal(set('units', 'all')).paths).toEqual(['units'])
    expect(refusal(set('judges', null)).paths).toEqual(['judges'])
    expect(refusal(set('method.components', {})).paths).toEqual(['method.components'])
    expect(refusal(set('scores', {})).paths).toEqual(['scores'])
  })

  test('say what an unfinished sheet lacks', () => {
    expect(refusal(remove('scores', 0)).details).toEqual([expect.stringContaining('lacks: pledges')])
  })
})

test.each([null, undefined, 1, 'x', [], true])('%j is no input', (input) => {
  const result = tally(input)
  expect(result.ok ? null : result.problem.code).toBe(problems.wrongType.code)
})
