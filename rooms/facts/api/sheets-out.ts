// Sheets out: the lists as they are filtered on the screen, and their templates. What was exported can be imported again.

import type { Handler, RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Language, Text } from '#ground/kernel/problem.ts'
import { ok } from '#ground/kernel/result.ts'
import { longListFile } from '#ground/sheets/list-file.ts'
import { templateColumns } from '#ground/sheets/sheet-columns.ts'
import type { SheetColumn, SheetColumns } from '#ground/sheets/sheet-columns.ts'
import { sheetFile, templateFile } from '#ground/sheets/sheet-file.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import { periodNames, writePeriod } from '../core/period.ts'
import { caseTypeNames, levelNames, resultNames } from '../core/record-words.ts'
import { statedText } from '../core/value.ts'
import { caseList } from '../data/cases.ts'
import { certificateList } from '../data/certificates.ts'
import { listDefinitions } from '../data/definitions.ts'
import { doubtList } from '../data/doubts.ts'
import { factList } from '../data/facts.ts'
import { reviewList } from '../data/reviews.ts'
import { scopesBelow } from './recording.ts'
import { doubtsShown } from './showing.ts'
import {
  caseTable,
  certificateTable,
  definitionHeader,
  doubtHeader,
  doubtStateNames,
  factTable,
  recordKindNames,
  reviewTable,
  sheetNames,
  staterNames,
  valueTypeNames,
} from './sheet-words.ts'

type C = typeof contract
const factColumns = factTable((cell) => cell)

interface Asked {
  readonly below?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly history?: 'true' | undefined
}

const filterOf = ({ below, from, to, history }: Asked, scopes: readonly string[]) => ({
  below: scopesBelow(scopes, below),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  history: history === 'true',
})

const headerOf = <K extends string>(columns: SheetColumns<K>, ...more: Text[]): Text[] => [
  sheetNames.unitName,
  ...Object.values<SheetColumn>(columns).map(({ title }) => title),
  ...more,
]

/** Names of the units that some records speak of. */
const unitsOf = (db: RoomRequest['db'], rows: readonly { readonly unit: Code }[]) => namesOf(db, [...new Set(rows.map(({ unit }) => unit))])

const exportFacts: Handler<C['export']> = async (request) => {
  const { db, query, actor, language } = request
  const { definition } = query
  const list = factList(db, { ...filterOf(query, actor.scopes), ...(definition === undefined ? {} : { definition }) })
  const definitions = new Map((await listDefinitions(db)).map((one) => [one.id, one]))
  const header = headerOf(factColumns, sheetNames.measure, sheetNames.source, sheetNames.statedOn)
  return longListFile(request, sheetNames.facts, header, list, async (rows) => {
    const names = await unitsOf(db, rows)
    return rows.map(({ unit, definition: id, from, stated, voucher, source, statedOn }) => {
      const held = definitions.get(id)
      const bare = stated.state === 'value' && typeof stated.value === 'string' && held?.type !== 'choice'
      const value = bare ? stated.value : statedText(stated, held)[language]
      const period = held === undefined ? from : writePeriod(held.period, from)
      return [names.get(unit) ?? unit, unit, held?.name ?? id, period, value, voucher, held?.measure ?? '', source, statedOn]
    })
  })
}
export { exportFacts as export }

export const exportCertificates: Handler<C['exportCertificates']> = async (request) => {
  const { db, query, actor, language } = request
  const list = certificateList(db, filterOf(query, actor.scopes))
  const header = headerOf(certificateTable, sheetNames.withdrawnFrom)
  return longListFile(request, sheetNames.certificates, header, list, async (rows) => {
    const names = await unitsOf(db, rows)
    return rows.map(({ unit, name, level, issuer, document, from, to, withdrawnFrom }) => [
      names.get(unit) ?? unit,
      unit,
      name,
      levelNames[level][language],
      issuer,
      document,
      from,
      to ?? '',
      withdrawnFrom ?? '',
    ])
  })
}

export const exportCases: Handler<C['exportCases']> = async (request) => {
  const { db, query, actor, language } = request
  const list = caseList(db, filterOf(query, actor.scopes))
  return longListFile(request, sheetNames.cases, headerOf(caseTable, sheetNames.upheld), list, async (rows) => {
    const names = await unitsOf(db, rows)
    return rows.map(({ unit, type, on, against, decidedBy, basis, document, upheld }) => [
      names.get(unit) ?? unit,
      unit,
      caseTypeNames[type]?.[language] ?? type,
      on,
      against,
      decidedBy,
      basis,
      document,
      statedText({ state: 'value', value: upheld }, null)[language],
    ])
  })
}

export const exportReviews: Handler<C['exportReviews']> = async (request) => {
  const { db, query, actor, language } = request
  const list = reviewList(db, filterOf(query, actor.scopes))
  return longListFile(request, sheetNames.reviews, headerOf(reviewTable), list, async (rows) => {
    const names = await unitsOf(db, rows)
    return rows.map(({ unit, criterion, result, by, on, reason, source }) => [
      names.get(unit) ?? unit,
      unit,
      criterion,
      resultNames[result][language],
      by,
      on,
      reason,
      source,
    ])
  })
}

export const exportDoubts: Handler<C['exportDoubts']> = async (request) => {
  const { db, query, actor, language } = request
  return longListFile(request, sheetNames.doubts, doubtHeader, doubtList(db, scopesBelow(actor.scopes, query.below)), async (rows) =>
    (await doubtsShown(db, rows)).map(({ unit, kind, reason, askedOn, state, answer, answeredOn, answeredBy }) => [
      unit.name,
      unit.code,
      recordKindNames[kind][language],
      reason,
      askedOn,
      doubtStateNames[state][language],
      answer,
      answeredOn ?? '',
      answeredBy ?? '',
    ]),
  )
}

export const exportDefinitions: Handler<C['exportDefinitions']> = async ({ db, query, language, today }) => {
  const cells = (await listDefinitions(db)).map((one) => [
    one.id,
    one.name,
    one.nameEn ?? '',
    one.aliases.join('\n'),
    valueTypeNames[one.type][language],
    one.measure ?? '',
    one.choices.join('\n'),
    (one.choicesEn ?? []).join('\n'),
    periodNames[one.period][language],
    one.source,
    staterNames[one.statedBy][language],
    one.addedOn,
    one.retiredOn ?? '',
  ])
  const sheet = sheetNames.definitions[language]
  const header = definitionHeader.map((title) => title[language])
  return ok({ file: sheetFile(query.format, `${sheet} ${today}`, { sheet, header, rows: cells }) })
}

const nameOf = (sheet: Text, language: Language): string => `${sheet[language]} ${sheetNames.template[language]}`

export const template: Handler<C['template']> = async ({ db, query, language }) => {
  const names = (await listDefinitions(db)).flatMap(({ name, retiredOn }) => (retiredOn === null ? [name] : []))
  const choices = names.length === 0 ? {} : { definition: names }
  const columns = templateColumns(factColumns, language, choices)
  return ok({ file: await templateFile(query.format, nameOf(sheetNames.facts, language), columns, language) })
}

export const certificateTemplate: Handler<C['certificateTemplate']> = async ({ query, language }) => {
  const columns = templateColumns(certificateTable, language, { level: Object.values(levelNames).map((name) => name[language]) })
  return ok({ file: await templateFile(query.format, nameOf(sheetNames.certificates, language), columns, language) })
}

export const caseTemplate: Handler<C['caseTemplate']> = async ({ query, language }) =>
  ok({ file: await templateFile(query.format, nameOf(sheetNames.cases, language), templateColumns(caseTable, language), language) })

export const reviewTemplate: Handler<C['reviewTemplate']> = async ({ query, language }) => {
  const columns = templateColumns(reviewTable, language, { result: Object.values(resultNames).map((name) => name[language]) })
  return ok({ file: await templateFile(query.format, nameOf(sheetNames.reviews, language), columns, language) })
}
