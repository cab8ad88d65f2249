// Cycles, joint review, samples, publicities and objections as files: what their screens show, in the reader's language.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { maskedText } from '#ground/kernel/mask.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { listFile } from '#ground/sheets/list-file.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { listExportContract } from '../contract-list-exports.ts'
import { cycleStateNames, parameterNames, parameterText } from '../core/cycle.ts'
import { exportColumns as words } from '../core/export-words.ts'
import { lineParts } from '../core/sample.ts'
import { starNamer, starsIn } from '../core/star-name.ts'
import { listCandidacies } from '../data/candidacies.ts'
import { listCycles } from '../data/cycles.ts'
import { listObjections, listPublicities } from '../data/publicities.ts'
import { samplesOf } from '../data/samples.ts'
import { problems } from '../problems.ts'
import { cycleSeen } from './cycles.ts'
import { mostListed as most, plainName, townshipsOf } from './list-file.ts'
import { objectionsShown, publicitiesShown } from './open-to-all.ts'
import { scopesBelow } from './reviews.ts'

type C = typeof listExportContract

/** Named inside sentences elsewhere. */
const asHead = ({ zh, en }: Text): Text => ({ zh, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` })

const exportCycles: Handler<C['exportCycles']> = async (request) => {
  const { db, query, language } = request
  const rows = await listCycles(db, query.year === undefined ? null : Number(query.year))
  const names = await namesOf(db, [...new Set(rows.map((row) => row.unit))])
  const shown = ['publicityDays', 'publicityKind', 'decidedBy', 'samplingPercent', 'appealDays', 'contact'] as const
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
        row.name,
        row.edition,
        cycleStateNames[row.state][language],
        row.calendar.map((stage) => `${stage.name} ${stage.from} – ${stage.to}`).join('\n'),
        starsIn(row.stars, language)
          .map((star) => `${star.name} ${row.offices[star.code] ?? star.lead}`)
          .join('\n'),
        ...shown.map((name) => parameterText(row.parameters, name)?.[language] ?? ''),
      ]),
    ),
  })
}

const exportJoint: Handler<C['exportJoint']> = async (request) => {
  const { db, query, actor, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const stars = starsIn(found.value.stars, language)
  const filter = { cycle: found.value.id, state: 'joint', star: null, waiting: null, after: null, limit: most + 1 }
  const rows = await listCandidacies(db, { ...filter, scopes: scopesBelow(actor.scopes, query.below) })
  if (rows.length > most) return refuse(problems.fileTooLong({ most }))
  const units = Map.groupBy(rows, (row) => row.unit)
  const names = await namesOf(db, [...new Set([...units.keys(), ...townshipsOf([...units.keys()])])])
  return ok({
    file: listFile(
      request,
      words.joint,
      [words.township, words.unit, words.code, ...stars.map((star) => plainName(star.name)), words.jointStars],
      [...units].map(([unit, own]) => [
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
      ]),
    ),
  })
}

const exportSamples: Handler<C['exportSamples']> = async (request) => {
  const { db, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const starName = starNamer(found.value.stars, language)
  const rows = await samplesOf(db, found.value.id)
  const lines = rows.flatMap((row) => row.pool.map((text, at) => ({ row, line: at + 1, ...lineParts(text) })))
  const names = await namesOf(db, [...new Set([...lines.map((line) => line.unit), ...rows.map((row) => row.unit)])])
  const header = [words.sampleId, words.by, words.state, words.sampleLine, words.unit, words.code, words.star, words.sampleDrawn]
  return ok({
    file: listFile(
      request,
      words.samples,
      [...header, words.sources, words.values, words.digest],
      lines.map(({ row, line, unit, star }) => {
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
      }),
    ),
  })
}

const exportPublicities: Handler<C['exportPublicities']> = async (request) => {
  const { db, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const rows = await publicitiesShown(request, await listPublicities(db, { cycle: found.value.id, limit: 2000 }))
  const lines = rows.flatMap((row) => row.lines.map((line) => ({ row, line })))
  if (lines.length > most) return refuse(problems.fileTooLong({ most }))
  const names = await namesOf(db, [...new Set(townshipsOf(lines.map(({ line }) => line.unit)))])
  const header = [words.publicBy, words.publicNumber, words.publicFrom, words.publicUntil, words.contact]
  return ok({
    file: listFile(
      request,
      words.publicities,
      [...header, words.township, words.unit, words.code, words.star, words.state],
      lines.map(({ row, line }) => [
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
      ]),
    ),
  })
}

/** Never who objected: no contact and no code; numbers that tell a person are masked in what was written. */
const exportObjections: Handler<C['exportObjections']> = async (request) => {
  const { db, params, vault, language } = request
  const rows = await listObjections(db, params.unit, most + 1)
  if (rows.length > most) return refuse(problems.fileTooLong({ most }))
  const texts = new Map(rows.map((row) => [row.id, maskedText(vault.decrypt(row.text, `stars.objection.text:${row.id}`))]))
  return ok({
    file: listFile(
      request,
      words.objections,
      [words.unit, words.code, words.star, words.state, words.filedOn, words.objectionText, words.answer, words.answeredOn],
      (await objectionsShown(request, rows)).map((row) => [
        row.subjectName,
        row.subject,
        row.starName,
        words.objectionStates[row.state][language],
        row.filedOn,
        texts.get(row.id) ?? '',
        row.answer ?? '',
        row.answeredOn ?? '',
      ]),
    ),
  })
}

export const listExportHandlers = { exportCycles, exportJoint, exportSamples, exportPublicities, exportObjections } satisfies Handlers<C>
