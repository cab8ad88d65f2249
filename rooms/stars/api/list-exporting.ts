// Cycles, joint review, samples, publicities and objections as files: what their screens show, in the reader's language.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import { maskedText } from '#ground/kernel/mask.ts'
import { ok } from '#ground/kernel/result.ts'
import { listFile, longListFile } from '#ground/sheets/list-file.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { listExportContract } from '../contract-list-exports.ts'
import { asHead, cycleStateNames, cycleText, parameterNames, parameterText } from '../core/cycle.ts'
import { exportColumns as words } from '../core/export-words.ts'
import { lineParts } from '../core/sample.ts'
import { starNamer, starsIn } from '../core/star-name.ts'
import { candidacyList } from '../data/candidacies.ts'
import type { CandidacyRow } from '../data/candidacies.ts'
import { listCycles } from '../data/cycles.ts'
import { moreNoticesThan, objectionList, publicityList } from '../data/publicities.ts'
import type { PublicityRow } from '../data/publicities.ts'
import { poolLines, sampleList } from '../data/samples.ts'
import type { SampleRow } from '../data/samples.ts'
import { cycleSeen } from './cycles.ts'
import { placesOf, plainName } from './list-file.ts'
import { objectionsShown, publicitiesShown } from './open-to-all.ts'
import { scopesBelow } from './reviews.ts'
import { cycleWords } from './shown.ts'

type C = typeof listExportContract

const exportCycles: Handler<C['exportCycles']> = async (request) => {
  const { db, query, language } = request
  const rows = await listCycles(db, query.year === undefined ? null : Number(query.year))
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  const called = new Map<string, Awaited<ReturnType<typeof cycleWords>>>()
  for (const row of rows) called.set(row.id, await cycleWords(db, row, language))
  const shown = ['publicityDays', 'publicityKind', 'decidedBy', 'samplingPercent', 'appealDays', 'contact', 'formerStars'] as const
  const header = [words.unit, words.code, words.year, words.cycleName, words.edition, words.state, words.stages, words.offices]
  return ok({
    file: listFile(
      request,
      words.cycles,
      [...header, ...shown.map((name) => asHead(parameterNames[name]))],
      rows.map((row) => [
        names.get(row.unit) ?? row.unit,
        row.unit,
        row.year,
        cycleText(row)[language],
        row.edition,
        cycleStateNames[row.state][language],
        row.calendar.map((stage, at) => `${called.get(row.id)?.stageNames[at] ?? stage.name} ${stage.from} – ${stage.to}`).join('\n'),
        starsIn(row.stars, language)
          .map((star) => `${star.name} ${called.get(row.id)?.officeNames[star.code] ?? star.lead}`)
          .join('\n'),
        ...shown.map((name) => parameterText(row.parameters, name)?.[language] ?? ''),
      ]),
    ),
  })
}

/** The stars of a unit together; they come unit by unit. */
async function* unitByUnit(rows: AsyncIterable<CandidacyRow>): AsyncGenerator<{ readonly unit: Code; readonly own: CandidacyRow[] }> {
  let own: CandidacyRow[] = []
  for await (const row of rows) {
    const [first] = own
    if (first !== undefined && first.unit !== row.unit) {
      yield { unit: first.unit, own }
      own = []
    }
    own.push(row)
  }
  const [first] = own
  if (first !== undefined) yield { unit: first.unit, own }
}

const exportJoint: Handler<C['exportJoint']> = async (request) => {
  const { db, query, actor, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const stars = starsIn(found.value.stars, language)
  const filter = { cycle: found.value.id, state: 'joint', star: null, waiting: null, scopes: scopesBelow(actor.scopes, query.below) }
  const list = candidacyList(db, filter)
  const units = { longerThan: list.longerThan, rows: () => unitByUnit(list.rows()) }
  const header = [words.township, words.unit, words.code, ...stars.map((star) => plainName(star.name)), words.jointStars]
  return longListFile(request, words.joint, header, units, async (rows) => {
    const names = await placesOf(db, rows)
    return rows.map(({ unit, own }) => [
      names.get(unit.slice(0, 9)) ?? '',
      names.get(unit) ?? unit,
      unit,
      ...stars.map(({ code }) =>
        own
          .filter((row) => row.star === code)
          .map((row) => words.batchOf(row.batch)[language])
          .join('、'),
      ),
      own.length,
    ])
  })
}

interface SampleLine {
  readonly row: SampleRow
  readonly line: number
  readonly unit: Code
  readonly star: string
}

/** The lines of the pools, one after the other. */
async function* lineByLine(rows: AsyncIterable<SampleRow>): AsyncGenerator<SampleLine> {
  for await (const row of rows) for (const [at, text] of row.pool.entries()) yield { row, line: at + 1, ...lineParts(text) }
}

const exportSamples: Handler<C['exportSamples']> = async (request) => {
  const { db, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const starName = starNamer(found.value.stars, language)
  const { id } = found.value
  const samples = sampleList(db, id)
  const lines = { longerThan: async (most: number) => (await poolLines(db, id)) > most, rows: () => lineByLine(samples.rows()) }
  const header = [words.sampleId, words.by, words.state, words.sampleLine, words.unit, words.code, words.star, words.sampleDrawn]
  return longListFile(request, words.samples, [...header, words.sources, words.values, words.digest], lines, async (batch) => {
    const names = await namesOf(db, [...new Set(batch.flatMap(({ row, unit }) => [unit, row.unit]))])
    return batch.map(({ row, line, unit, star }) => {
      const drawn = (row.selected ?? []).indexOf(line) + 1
      return [
        row.id,
        names.get(row.unit) ?? row.unit,
        words.sampleStates[row.state][language],
        line,
        names.get(unit) ?? unit,
        unit,
        starName(star),
        drawn === 0 ? '' : drawn,
        row.sources.join('；'),
        row.entropy ?? '',
        row.digest,
      ]
    })
  })
}

/** The lines of some publicities, list by list. */
async function* starByStar(request: Parameters<typeof publicitiesShown>[0], rows: AsyncIterable<PublicityRow>) {
  // One at a time: a list of a prefecture alone may have thousands of stars.
  for await (const one of rows)
    for (const row of await publicitiesShown(request, [one])) for (const line of row.lines) yield { row, line, unit: line.unit }
}

const exportPublicities: Handler<C['exportPublicities']> = async (request) => {
  const { db, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const { id } = found.value
  const all = publicityList(db, id)
  const lines = { longerThan: (most: number) => moreNoticesThan(db, id, most), rows: () => starByStar(request, all.rows()) }
  const header = [words.publicBy, words.publicNumber, words.publicFrom, words.publicUntil, words.contact]
  const columns = [...header, words.township, words.unit, words.code, words.star, words.state]
  return longListFile(request, words.publicities, columns, lines, async (batch) => {
    const names = await placesOf(db, batch)
    return batch.map(({ row, line }) => [
      row.unitName,
      row.number,
      row.from,
      row.until,
      row.contact,
      names.get(line.unit.slice(0, 9)) ?? '',
      line.unitName,
      line.unit,
      line.starName,
      words.lineStates[line.state][language],
    ])
  })
}

/** Never who objected: no contact and no code; numbers that tell a person are masked in what was written. */
const exportObjections: Handler<C['exportObjections']> = async (request) => {
  const { db, params, vault, language } = request
  const header = [words.unit, words.code, words.star, words.state, words.filedOn, words.objectionText, words.answer, words.answeredOn]
  return longListFile(request, words.objections, header, objectionList(db, params.unit), async (rows) => {
    const texts = new Map(rows.map((row) => [row.id, maskedText(vault.decrypt(row.text, `stars.objection.text:${row.id}`))]))
    return (await objectionsShown(request, rows)).map((row) => [
      row.subjectName,
      row.subject,
      row.starName,
      words.objectionStates[row.state][language],
      row.filedOn,
      texts.get(row.id) ?? '',
      row.answer ?? '',
      row.answeredOn ?? '',
    ])
  })
}

export const listExportHandlers = { exportCycles, exportJoint, exportSamples, exportPublicities, exportObjections } satisfies Handlers<C>
