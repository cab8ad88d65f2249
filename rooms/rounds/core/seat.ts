// Seats of a round: what they are called, and how they are numbered.

import type { Text } from '#ground/kernel/problem.ts'

/** Every kind of seat. */
export const seatKinds = ['judge', 'teller', 'supervisor', 'commentator', 'finder', 'voter', 'stage'] as const
export type SeatKind = (typeof seatKinds)[number]

/** What each kind is called. */
export const kindNames: Readonly<Record<SeatKind, Text>> = {
  judge: { zh: '评委', en: 'judge' },
  teller: { zh: '计票人', en: 'teller' },
  supervisor: { zh: '监票人', en: 'supervisor' },
  commentator: { zh: '点评人', en: 'commentator' },
  finder: { zh: '过筛子专班', en: 'task force' },
  voter: { zh: '测评人', en: 'voter' },
  stage: { zh: '大屏', en: 'stage' },
}

/** The label others see: a pseudonym by kind and number, the same in both languages because it is printed and spoken. */
export function labelOf(kind: SeatKind, number: number): string {
  return `${kindNames[kind].zh}${number}`
}

/** Numbers for new seats: after the highest of their kind, in the order given. */
export function numbered<T extends { readonly kind: SeatKind }>(
  there: readonly { readonly kind: SeatKind; readonly number: number }[],
  added: readonly T[],
): (T & { readonly number: number; readonly label: string })[] {
  const last = new Map<SeatKind, number>()
  for (const { kind, number } of there) last.set(kind, Math.max(last.get(kind) ?? 0, number))
  return added.map((seat) => {
    const number = (last.get(seat.kind) ?? 0) + 1
    last.set(seat.kind, number)
    return { ...seat, number, label: labelOf(seat.kind, number) }
  })
}
