// Commitments: promised and stated by the secretaries, confirmed by the office that convenes their round.

import { districtOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { chanceOf } from '../core/chance.ts'
import { commitmentId, street } from '../core/rounds.ts'
import type { Season } from '../core/seasons.ts'
import { commitments, standingNotes, standings } from '../core/texts.ts'
import type { DemoStanding } from '../core/texts.ts'
import type { Company } from './company.ts'
import { each, must } from './steps.ts'

const eachPromises = 2

interface Kept {
  readonly id: Id
  readonly subject: Code
  readonly states: readonly { readonly quarter: string; readonly stated: DemoStanding; readonly confirmed: DemoStanding | null }[]
}

const keptOf = async (company: Company, year: number): Promise<readonly Kept[]> =>
  (await must(company.county.get<{ commitments: readonly Kept[] }>(`/rounds/commitments?below=${districtOf(street)}&year=${year}`)))
    .commitments

const isStated = (one: Kept | undefined, quarter: string): boolean => one?.states.some((state) => state.quarter === quarter) ?? false

/** Every secretary promises the year's commitments and says how they stand in these quarters. */
export async function promiseAll(company: Company, year: number, seasons: readonly Season[]): Promise<void> {
  const there = await keptOf(company, year)
  await each([...company.secretaries], async ([subject, session], place) => {
    for (let number = 1; number <= eachPromises; number += 1) {
      const id = commitmentId(subject, year, number)
      const text = commitments[(place + (number - 1) * 5) % commitments.length]
      if (text === undefined) continue
      const kept = there.find((one) => one.id === id)
      if (kept === undefined) await must(session.post(`/rounds/commitments/${subject}`, { id, year, ...text }))
      for (const { quarter } of seasons.filter((season) => !isStated(kept, season.quarter))) {
        const stated = chanceOf(`${id} ${quarter}`).pick(standings)
        await must(session.post(`/rounds/commitments/${subject}/state`, { commitment: id, quarter, stated, note: standingNotes[stated] }))
      }
    }
  })
}

/** The conveners confirm what was stated for a quarter; of one commitment they saw less than was said. */
export async function confirmStandings(company: Company, { quarter, year }: Season): Promise<void> {
  const open = (await keptOf(company, year)).flatMap(({ id, subject, states }) =>
    states.flatMap((state) => (state.quarter === quarter && state.confirmed === null ? [{ id, subject, stated: state.stated }] : [])),
  )
  await each(open, ({ id, subject, stated }, place) => {
    const confirmed: DemoStanding = place === 0 && stated === 'kept' ? 'partly' : stated
    const note = confirmed === stated ? '已现场核实。' : '现场看到大部分完成，收尾未完。'
    const convener = subject.startsWith(street) ? company.officer : company.county
    return must(convener.post(`/rounds/commitments/${subject}/confirm`, { commitment: id, quarter, confirmed, note }))
  })
}
