// Lists as files. Each asks what its screen asks and writes the same figures, so that paper and screen never differ.

import type { Handler, Handlers } from '#ground/http/handler.ts'
import { ok } from '#ground/kernel/result.ts'
import { listFile, longListFile } from '#ground/sheets/list-file.ts'
import type { exportContract } from '../contract-exports.ts'
import { awardNames } from '../core/award.ts'
import { stateNames } from '../core/candidacy.ts'
import { exportColumns as words } from '../core/export-words.ts'
import { honourNames } from '../core/honour.ts'
import { starNamer, starsIn } from '../core/star-name.ts'
import { sumOfStars } from '../core/totals.ts'
import { awardList, filingsAbout } from '../data/after.ts'
import type { FiledRow } from '../data/after.ts'
import { candidacyList } from '../data/candidacies.ts'
import { honourList } from '../data/honours.ts'
import { targetList } from '../data/targets.ts'
import { awardsShown } from './after.ts'
import { boardOf } from './board.ts'
import { cycleSeen } from './cycles.ts'
import { laddersSeen } from './ladders.ts'
import { placesOf, plainName } from './list-file.ts'
import type { Cell } from './list-file.ts'
import { scopesBelow, waitingFor } from './reviews.ts'
import { honoursShown } from './shown.ts'

type C = typeof exportContract
const exportBoard: Handler<C['exportBoard']> = async (request) => {
  const found = await boardOf(request)
  if (!found.ok) return found
  const { rows, stars, all } = found.value
  const line = (
    name: string,
    code: string,
    row: { targets: typeof all.targets; certified: typeof all.certified },
    quotas: string,
  ): Cell[] => [
    name,
    code,
    row.targets.units,
    sumOfStars(row.targets),
    ...stars.map((star) => row.targets.stars[star.code] ?? 0),
    sumOfStars(row.certified),
    ...stars.map((star) => row.certified.stars[star.code] ?? 0),
    quotas,
  ]
  const { language } = request
  const nameOf = starNamer(stars, language)
  const header = [
    words.unit,
    words.code,
    words.aimingUnits,
    words.aims,
    ...stars.map((star) => words.aimsOf(star.name)),
    words.certified,
    ...stars.map((star) => words.certifiedOf(star.name)),
    words.quotas,
  ]
  return ok({
    file: listFile(request, words.board, header, [
      ...rows.map((row) =>
        line(row.unitName, row.unit, row, row.quotas.map((one) => `${nameOf(one.star)} ${one.given}/${one.most}`).join('；')),
      ),
      line(words.sum[language], '', all, ''),
    ]),
  })
}

const exportTargets: Handler<C['exportTargets']> = async (request) => {
  const { db, query, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const stars = starsIn(found.value.stars, language)
  const list = targetList(db, found.value.id, query.below, query.quarter)
  const yes = words.yes[language]
  const header = [
    words.township,
    words.unit,
    words.code,
    words.quarter,
    ...stars.map((star) => plainName(star.name)),
    words.level,
    words.strengths,
    words.met,
    words.gaps,
    words.goal,
    words.measures,
  ]
  return longListFile(request, words.targets, header, list, async (rows) => {
    const names = await placesOf(db, rows)
    return rows.map(({ unit, quarter, stars: aims, plan }) => [
      names.get(unit.slice(0, 9)) ?? '',
      names.get(unit) ?? unit,
      unit,
      quarter,
      ...stars.map((star) => (aims.includes(star.code) ? yes : '')),
      aims.length,
      plan?.strengths ?? '',
      plan?.met ?? '',
      plan?.gaps ?? '',
      plan?.goal ?? '',
      plan?.measures ?? '',
    ])
  })
}

const exportCandidacies: Handler<C['exportCandidacies']> = async (request) => {
  const { db, query, actor, language } = request
  const found = await cycleSeen(request, request.params)
  if (!found.ok) return found
  const starName = starNamer(found.value.stars, language)
  const filter = {
    cycle: found.value.id,
    state: query.state ?? null,
    star: query.star ?? null,
    waiting: query.mine === 'true' ? waitingFor(actor) : null,
    scopes: scopesBelow(actor.scopes, query.below),
  }
  const header = [
    words.township,
    words.unit,
    words.code,
    words.star,
    words.batch,
    words.state,
    words.due,
    words.publicUntil,
    words.certifiedOn,
  ]
  return longListFile(request, words.candidacies, header, candidacyList(db, filter), async (rows) => {
    const names = await placesOf(db, rows)
    return rows.map((row) => [
      names.get(row.unit.slice(0, 9)) ?? '',
      names.get(row.unit) ?? row.unit,
      row.unit,
      starName(row.star),
      row.batch,
      stateNames[row.state][language],
      row.due ?? '',
      row.publicUntil ?? '',
      row.certifiedOn ?? '',
    ])
  })
}

const exportHeld: Handler<C['exportHeld']> = async (request) => {
  const { db, params, query, language } = request
  const list = honourList(db, params.unit, query.year === undefined ? null : Number(query.year))
  const filedIn = (filing: FiledRow | undefined): string =>
    filing === undefined ? '' : words.filedAs(filing.number, filing.filedOn, filing.document)[language]
  const header = [
    words.township,
    words.unit,
    words.code,
    words.year,
    words.star,
    words.state,
    words.since,
    words.until,
    words.plaque,
    words.filedIn,
  ]
  return longListFile(request, words.held, header, list, async (found) => {
    const [rows, names, filed] = await Promise.all([honoursShown(request, found), placesOf(db, found), filingsAbout(db, found)])
    return rows.map((row) => [
      names.get(row.unit.slice(0, 9)) ?? '',
      row.unitName,
      row.unit,
      row.year,
      row.starName,
      honourNames[row.state][language],
      row.from,
      row.to ?? '',
      row.plaque,
      filedIn(filed.get(row.id)),
    ])
  })
}

const exportAwards: Handler<C['exportAwards']> = async (request) => {
  const { db, params, query, language } = request
  const header = [words.unit, words.code, words.awardTitle, words.kind, words.basis, words.document, words.on, words.by, words.withdrawnOn]
  return longListFile(request, words.awards, header, awardList(db, params.unit, query.year ?? null), async (rows) =>
    (await awardsShown(db, rows)).map((row) => [
      row.subjectName,
      row.subject,
      row.title,
      awardNames[row.kind][language],
      row.basis,
      row.document,
      row.on,
      row.unitName,
      row.withdrawnOn ?? '',
    ]),
  )
}

const exportLadders: Handler<C['exportLadders']> = async (request) => {
  const { language } = request
  const found = await laddersSeen(request)
  if (!found.ok) return found
  const lines = found.value.rows.flatMap((row) => row.ladders.map((ladder) => ({ row, ladder })))
  return ok({
    file: listFile(
      request,
      words.ladders,
      [words.unit, words.code, words.ladder, words.reached, words.why],
      lines.map(({ row, ladder }) => [
        row.unitName,
        row.unit,
        ladder.name,
        (ladder.held ? words.yesWord : words.noWord)[language],
        ladder.because.join('；'),
      ]),
    ),
  })
}

export const exportHandlers = { exportBoard, exportTargets, exportCandidacies, exportHeld, exportAwards, exportLadders } satisfies Partial<
  Handlers<C>
>
