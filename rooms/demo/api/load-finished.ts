// A round that is over: held, counted, signed, published and closed; the whole one also with what stands around it and what
// it leaves behind (remarks, ledger entries, bulletin, award).

import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import type { State } from '#rooms/rounds/core/state.ts'
import { strengthOf } from '../core/sheets.ts'
import { checkedFound, findings, mendedReport, mendingOf, remarks } from '../core/texts.ts'
import type { Company } from './company.ts'
import { RoundHand, isBefore } from './round-hand.ts'
import { each, must } from './steps.ts'

const unitOf = ({ round }: RoundHand, place: number): Code => round.subjects[place % round.subjects.length] ?? ''

/** Remarks stand at every second unit, findings at the others. */
const remarkedUnit = (hand: RoundHand, place: number): Code => unitOf(hand, place * 2)
const foundUnit = (hand: RoundHand, place: number): Code => unitOf(hand, place * 2 + 1)

async function takeFindings(hand: RoundHand): Promise<void> {
  const finder = await hand.sit(hand.seatOf('finder'))
  await each(findings, ({ text }, place) =>
    finder.post('remark', { id: hand.round.idOf('finding', place + 1), subject: foundUnit(hand, place), text, evidence: null }),
  )
}

async function takeRemarks(hand: RoundHand): Promise<void> {
  const linked = await hand.sit(hand.seatOf('commentator'))
  await each(remarks, ({ text }, place) =>
    linked.post('remark', { id: hand.round.idOf('remark', place + 1), subject: remarkedUnit(hand, place), text, evidence: null }),
  )
}

/** Remarks and findings become entries of the ledger; those that are entries already stay. */
export async function openEntries(hand: RoundHand): Promise<readonly Id[]> {
  const { remarks: said } = await hand.look<{ remarks: readonly { id: Id; text: string; entry: Id | null }[] }>('remarks')
  const entries = said
    .filter(({ entry }) => entry === null)
    .map(({ id, text }) => ({ remark: id, ...mendingOf(text), supervisor: '街道党建办' }))
  if (entries.length === 0) return []
  return (await hand.move<{ entries: readonly { entry: Id }[] }>('entries', { entries })).entries.map(({ entry }) => entry)
}

interface Entry {
  readonly unit: Code
  readonly id: Id
  readonly subject: { readonly code: Code }
  readonly state: string
}

/** Some entries are mended and closed out, some wait for their check, some are begun, the others only assigned. */
async function mendEntries(company: Company, hand: RoundHand): Promise<void> {
  const { rows } = await must(company.officer.get<{ rows: readonly Entry[] }>(`/ledger?source=round:${hand.round.id}`))
  await each(
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)),
    async ({ unit, id, subject, state }, place) => {
      const secretary = company.secretaries.get(subject.code)
      if (secretary === undefined) return
      const path = `/ledger/${unit}/${id}`
      if (state === 'assigned' && place < 6) await must(secretary.post(`${path}/accept`, {}))
      if (['assigned', 'rectifying'].includes(state) && place < 5) await must(secretary.post(`${path}/rectify`, { report: mendedReport }))
      if (!['closed', 'held'].includes(state) && place < 4) await must(company.officer.post(`${path}/close-out`, { found: checkedFound }))
    },
  )
}

/** Drafted by the street, signed off by the county, published under its number. */
async function announce(company: Company, hand: RoundHand): Promise<void> {
  const { unit } = hand.round
  const id = hand.round.idOf('bulletin', 1)
  const { rows } = await must(company.officer.get<{ rows: readonly { id: Id; state: string }[] }>(`/bulletins?below=${unit}`))
  const state = rows.find((row) => row.id === id)?.state
  if (state === undefined) await hand.move('bulletin', { id })
  if (state === undefined || state === 'draft') await must(company.county.post(`/bulletins/${unit}/${id}/sign-off`, {}))
  if (state !== 'published') await must(company.officer.post(`/bulletins/${unit}/${id}/publish`, { prefix: '晨街办' }))
}

async function award(hand: RoundHand): Promise<void> {
  const { season, subjects } = hand.round
  const [best = ''] = [...subjects].sort((a, b) => strengthOf(b, season.quarter) - strengthOf(a, season.quarter))
  const basis = `${season.words}“亮赛比”公布的结果`
  await hand.move('awards', { id: hand.round.idOf('award', 1), subject: best, name: '流动红旗', basis, document: '' })
}

/** Holds the round to its end, from where it stands. */
export async function finish(company: Company, hand: RoundHand, state: State | null, extent: 'plain' | 'whole'): Promise<void> {
  if (!isBefore(state, 'closed')) return
  const { idOf } = hand.round
  await hand.plan(state)
  if (isBefore(state, 'fixed')) await hand.move('fix-rules')
  if (isBefore(state, 'live')) {
    await hand.drawOrder(company.public)
    if (extent === 'whole') await takeFindings(hand)
    await hand.move('open')
  }
  if (isBefore(state, 'frozen')) {
    await hand.score(hand.round.subjects, await hand.seen())
    if (extent === 'whole') await takeRemarks(hand)
    const teller = await hand.sit(hand.seatOf('teller'))
    await teller.post('adjust', { id: idOf('adjustment', 1), subject: unitOf(hand, 4), points: '-0.5', reason: '汇报超时一分钟' })
    await hand.move('freeze')
  }
  if (isBefore(state, 'signed')) await hand.count()
  if (isBefore(state, 'revealed') || state === 'revealed') {
    if (state !== 'revealed') await hand.move('reveal', { form: 'bands', all: true })
    await hand.move('publish', { id: idOf('publication', 1), form: 'bands', reason: '' })
  }
  if (extent === 'whole') {
    await openEntries(hand)
    await mendEntries(company, hand)
    await award(hand)
    await announce(company, hand)
  }
  await hand.move('close')
}
