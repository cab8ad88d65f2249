// How a notice leaves the room.

import type { AnswerOf } from '#ground/http/contract.ts'
import type { RoomRequest } from '#ground/http/handler.ts'
import { covers } from '#ground/kernel/code.ts'
import { namesOf } from '#rooms/units/offers.ts'
import type { contract } from '../contract.ts'
import type { NoticeRow } from '../data/queries.ts'

export type Notice = AnswerOf<(typeof contract)['get']>

/** Notices with the names of their units, and what the asker may do with them. */
export async function noticesShown({ db, actor }: Pick<RoomRequest, 'db' | 'actor'>, rows: readonly NoticeRow[]): Promise<Notice[]> {
  const names = await namesOf(db, [...new Set(rows.flatMap((row) => [row.unit, row.sender]))])
  const place = (code: string): Notice['to'] => ({ code, name: names.get(code) ?? code })
  const mine = (row: NoticeRow): boolean => actor.grants.includes('notices.send') && covers(actor.scopes, row.sender)
  return rows.map((row) => ({
    unit: row.unit,
    id: row.id,
    to: place(row.unit),
    reach: row.reach,
    roles: [...row.roles],
    sender: place(row.sender),
    room: row.room,
    weight: row.weight,
    title: { zh: row.title, en: row.titleEn },
    // What was withdrawn is no longer told.
    body: row.withdrawnAt === null ? row.body : '',
    path: row.withdrawnAt === null ? row.path : '',
    at: row.at.toISOString(),
    until: row.until,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnFor: row.withdrawnFor,
    may: mine(row) && row.withdrawnAt === null ? ['withdraw'] : [],
  }))
}
