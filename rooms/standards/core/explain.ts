// Makes the reason of one rule for one unit, from the rule's tree and the sheet. It decides nothing: what is met comes from the
// compiled rule's own logic, and a test holds the two together.

import { compare, parseExact } from '#ground/kernel/exact.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { CertificateOf } from '#rooms/facts/core/fact-sheet.ts'
import { truthOf } from './compile.ts'
import type { Compiled, CompiledStar, Node } from './compile.ts'
import type { Expression } from './expression.ts'
import { calledIn } from './pack-language.ts'
import { convertedWanted } from './wanted-amount.ts'
import type { CasesReason, CertificateReason, FactReason, NodeReason, Reason, ReviewReason } from './reason.ts'
import { edgeOf, inForce, latestReviews, reaches, weighs } from './sight.ts'
import type { Sight } from './sight.ts'
import { atLeastOf, foregone, opposite, satisfies } from './truth.ts'

interface Around {
  readonly compiled: Compiled
  readonly sight: Sight
  readonly of: CompiledStar
}

function explainCases(it: Extract<Expression, { op: 'count' | 'none' }>, { compiled, sight }: Around): CasesReason {
  const { cases, asOf } = sight.sheet
  const edge = edgeOf(sight, it.months)
  const days = cases?.filter((one) => weighs(one, it.caseType, edge, asOf)).map(({ on }) => on) ?? null
  const limit = it.op === 'none' ? null : { comparison: it.comparison, count: it.count }
  const asked = limit ?? { comparison: '=' as const, count: 0 }
  const met = days === null ? foregone(asked.comparison, asked.count) : satisfies(days.length - asked.count, asked.comparison)
  const named = compiled.pack.caseTypes.find(({ id }) => id === it.caseType)
  const caseType = named ?? { id: it.caseType, name: it.caseType, nameEn: it.caseType }
  return { kind: 'cases', met, caseType, from: addDays(edge, 1), to: asOf, days: days?.sort() ?? null, limit }
}

function explainCertificate(it: Extract<Expression, { op: 'certificate' }>, { compiled, sight }: Around): CertificateReason {
  const { certificates, asOf } = sight.sheet
  const nameEn = calledIn(compiled.pack.certificates, 'en')(it.name)
  const base = { kind: 'certificate', name: it.name, nameEn, level: it.level } as const
  if (certificates === undefined) return { ...base, met: null, found: null, lack: 'list' }
  const named = certificates.filter(({ name }) => name === it.name)
  const high = named.filter(({ level }) => reaches(level, it.level))
  const valid = high.find((one) => inForce(one, asOf))
  if (valid !== undefined) return { ...base, met: true, found: valid, lack: null }
  const latest = (list: readonly CertificateOf[]): CertificateOf | null => list.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
  const low = latest(named.filter((one) => inForce(one, asOf)))
  if (high.length === 0 && low !== null) return { ...base, met: false, found: low, lack: 'level' }
  const other = latest(high)
  return { ...base, met: false, found: other, lack: other === null ? 'none' : other.from > asOf ? 'not-yet' : 'ended' }
}

function explainReview(it: Extract<Expression, { op: 'reviewed' }>, { compiled, sight }: Around): ReviewReason {
  const { reviews, asOf } = sight.sheet
  const named = compiled.criteria.get(it.criterion)
  const text = named?.text ?? ''
  const base = { kind: 'review', criterion: it.criterion, text, textEn: named?.textEn ?? text } as const
  const officeBy = (by: string | null) => ({ by, byEn: by === null ? null : calledIn(compiled.pack.offices, 'en')(by) })
  if (reviews === undefined) return { ...base, met: null, ...officeBy(it.by), on: null, lack: 'list' }
  const found = latestReviews(reviews, it.criterion, it.by, asOf)
  const [first] = found
  if (first === undefined) {
    return { ...base, met: it.elseNo ? false : null, ...officeBy(it.by), on: null, lack: it.elseNo ? 'review-counts-as-no' : 'review' }
  }
  // What decided: where offices disagree, the one that says no. Only offices of the edition are named.
  const deciding = found.find(({ result }) => result === 'not-met') ?? first
  const by = compiled.pack.offices.some(({ name }) => name === deciding.by) ? deciding.by : null
  return { ...base, met: deciding.result === 'met', ...officeBy(by), on: deciding.on, lack: null }
}

function explainFact(it: Extract<Expression, { op: 'compare' }>, { compiled, sight }: Around): FactReason {
  const fact = compiled.facts.get(it.fact)
  if (fact === undefined) throw new Error(`no fact ${it.fact}`)
  const base = { kind: 'fact', fact, comparison: it.comparison, wanted: it.wanted } as const
  const value = Object.hasOwn(sight.sheet.facts, it.fact) ? (sight.sheet.facts[it.fact] ?? null) : null
  if (value === null) return { ...base, met: null, value: null }
  if (it.wanted.kind !== 'number') return { ...base, met: (value === it.wanted.value) === (it.comparison === '='), value }
  const amount = typeof value === 'string' ? parseExact(value) : null
  if (amount === null) return { ...base, met: null, value: null }
  const limit = convertedWanted(it.wanted.text, it.wanted.measure, fact)
  return { ...base, met: satisfies(compare(amount, limit), it.comparison), value }
}

function explainNode(node: Node, { compiled, sight }: Around): NodeReason {
  return { kind: 'node', met: truthOf(compiled, sight, node.slot), what: node.what, id: node.id, text: node.text, textEn: node.textEn }
}

function findNode(it: Extract<Expression, { op: 'own' | 'star' }>, { compiled, of }: Around): Node {
  const node =
    it.op === 'star'
      ? compiled.stars.find(({ star }) => star.code === it.code)?.node
      : [...of.bottomLines, ...of.criteria].find(({ id }) => id === it.id)
  if (node === undefined) throw new Error('a rule names what is not there')
  return node
}

/** The reason of a rule of a star. */
export function explainRule(it: Expression, around: Around): Reason {
  switch (it.op) {
    case 'all':
    case 'any':
    case 'at-least': {
      const parts = it.parts.map((part) => explainRule(part, around))
      const met = atLeastOf(it.least, parts.length, (index) => parts[index]?.met ?? null)
      return { kind: 'gathered', met, op: it.op, least: it.least, parts }
    }
    case 'not': {
      const part = explainRule(it.part, around)
      return { kind: 'not', met: opposite(part.met), part }
    }
    case 'labelled': {
      const part = explainRule(it.part, around)
      return { kind: 'labelled', met: part.met, label: it.label, part }
    }
    case 'count':
    case 'none':
      return explainCases(it, around)
    case 'certificate':
      return explainCertificate(it, around)
    case 'reviewed':
      return explainReview(it, around)
    case 'compare':
      return explainFact(it, around)
    default:
      return explainNode(findNode(it, around), around)
  }
}
