// A published result as the draft of a bulletin (通报): what may be said and no more; every figure names the record it came
// from. A person edits it, another signs it off, in the room of bulletins.

import type { Wording } from '#ground/kernel/excerpt.ts'
import type { Block, Content, Figure } from '#rooms/bulletins/offers.ts'
import type { LedgerRow } from '#rooms/ledger/offers.ts'
import type { Place } from '../core/place.ts'
import type { RoundRow } from '../data/rounds.ts'
import type { Publication } from '../data/tallies.ts'

export interface Published {
  readonly places: readonly Place[]
  readonly withheld?: readonly { readonly subject: string; readonly name: string }[]
  readonly progress: readonly { readonly subject: string; readonly name: string }[]
  readonly panels: readonly { readonly title: string; readonly judges: number }[]
  readonly coverage: {
    readonly units: number
    readonly scored: number
    readonly notDrawn: number
    readonly sheets: number
    readonly withdrawn: number
  }
  readonly methodDigest: string
  readonly inputDigest: string
}

/** Its words that an office may change; headings are numbered by the layout. */
export const roundWording: Wording = {
  addressee: '各村（社区）党组织',
  opening: '',
  closing: '请各单位对照承诺和点评查找短板，按台账期限整改；对结果有异议的，可在规则规定的工作日内申请复核。',
  headings: ['基本情况', '结果', '问题整改', '下步要求'],
}

const { addressee, closing, headings } = roundWording
const [basics = '', results = '', mending = '', next = ''] = headings

const quarterWords = ['一', '二', '三', '四']

/** 2026-Q3 as an office writes it. */
const quarterText = (quarter: string): string => `${quarter.slice(0, 4)}年第${quarterWords[Number(quarter.slice(6)) - 1] ?? ''}季度`

const dayText = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })

function resultBlocks({ places, withheld = [] }: Published, form: Publication['form']): Block[] {
  if (form === 'bands') {
    const names = places.map(({ name }) => name).join('、')
    return [
      paragraph(
        names === '' ? '本轮没有达到先进等次的单位。' : `评为先进等次的单位（按单位代码排列）：${names}。其余单位的结果已分别告知本单位。`,
      ),
    ]
  }
  const columns = [{ title: '名次', align: 'center' as const }, { title: '单位' }, { title: '总分', align: 'right' as const }]
  const table: Block = { kind: 'table', columns, rows: places.map(({ rank, name, total }) => [String(rank ?? ''), name, total ?? '']) }
  const closed = withheld.map(({ name }) => name).join('、')
  return [
    ...(places.length === 0 ? [paragraph('本轮没有可以排名的单位。')] : [table]),
    ...(closed === '' ? [] : [paragraph(`评委不足三人，不公布分数和名次的单位：${closed}。结果已单独告知本单位。`)]),
  ]
}

function entryBlocks(entries: readonly LedgerRow[]): Block[] {
  if (entries.length === 0) return []
  const columns = [{ title: '单位' }, { title: '问题', share: 2 }, { title: '措施', share: 2 }, { title: '责任人' }, { title: '时限' }]
  const rows = entries.map(({ subject, problem, measure, responsible, due }) => [subject.name, problem, measure, responsible, due ?? ''])
  return [
    heading(mending),
    paragraph('现场点评和事前查看发现的问题[[entries]]条，已列入台账，由责任单位按期整改，逐条核销。'),
    { kind: 'table', caption: '问题整改清单', columns, rows },
  ]
}

/** The draft's content. */
export function bulletinOf(given: {
  readonly round: RoundRow
  readonly unitName: string
  readonly publication: Publication
  readonly published: Published
  readonly entries: readonly LedgerRow[]
}): Content {
  const { round, unitName, publication, published, entries } = given
  const { coverage, panels, progress, inputDigest, methodDigest } = published
  const source = { kind: 'round', id: round.id, digest: inputDigest, at: publication.at.toISOString() }
  const figure = (id: string, label: string, value: number): Figure => ({
    id,
    label,
    value: String(value),
    query: 'rounds.published',
    source,
  })
  const theme = round.theme === '' ? '' : `，主题是“${round.theme}”`
  const judges = panels.reduce((sum, panel) => sum + panel.judges, 0)
  const progressed = progress.map(({ name }) => name).join('、')
  return {
    title: `关于${quarterText(round.quarter)}“亮赛比”情况的通报`,
    addressee,
    issuer: unitName,
    blocks: [
      heading(basics),
      paragraph(
        `${dayText(round.heldOn)}，${unitName}举行“${round.name}”${theme}。参加单位[[units]]个，计分单位[[scored]]个，评委[[judges]]名，收到评分表[[sheets]]张。评分办法在评分前已固定并公布（办法摘要${methodDigest.slice(0, 12)}），计票、监票人员已签字，结果可以复算（输入摘要${inputDigest.slice(0, 12)}）。`,
      ),
      heading(results),
      ...resultBlocks(published, publication.form),
      ...(progressed === '' ? [] : [paragraph(`与上一轮相比进步较大的单位：${progressed}。`)]),
      ...entryBlocks(entries),
      heading(next),
      paragraph(closing),
    ],
    attachments: [],
    figures: [
      figure('units', '参加单位', coverage.units),
      figure('scored', '计分单位', coverage.scored),
      figure('judges', '评委', judges),
      figure('sheets', '评分表', coverage.sheets),
      ...(entries.length === 0 ? [] : [{ ...figure('entries', '台账条目', entries.length), query: 'ledger.entriesOf' }]),
    ],
  }
}
