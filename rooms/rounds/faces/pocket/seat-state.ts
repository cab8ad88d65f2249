// What a seat's page knows at a moment, and where it is kept on the device.

import type { Kept, KeptState } from '#ground/sync/kept.ts'
import { deliveryOf, sheetKey } from '../../core/pocket.ts'
import type { LocalSheet, LocalSheets } from '../../core/pocket.ts'
import type { LocalPhoto, LocalPhotos, PhotoState } from '../../core/pocket-photos.ts'
import type { LocalRemark, LocalRemarks } from '../../core/pocket-remarks.ts'
import type { Mine } from './seat-client.ts'

export interface SeatState {
  /** Null until anything is known. */
  readonly mine: Mine | null
  readonly sheets: LocalSheets
  readonly remarks: LocalRemarks
  readonly photos: LocalPhotos
  /** The photo that is being sent, and how much of it the server has. */
  readonly photoOnWay: { readonly id: string; readonly share: number } | null
  /** Keys of what the page shows and the device does not hold yet. */
  readonly unkept: ReadonlySet<string>
  readonly line: 'unknown' | 'open' | 'lost'
  readonly kept: KeptState
  /** The seat is revoked or on another device. */
  readonly gone: boolean
  /** The last refusal of a whole submission. */
  readonly problem: unknown
}

/** One sheet of a seat. */
export interface Chosen {
  readonly subject: string
  readonly component: string
}

/** What the device calls its store. */
export const storeName = 'lx-pocket'
export const mineKey = 'mine'
const sheetPrefix = (seat: string): string => `sheet/${seat}/`
const remarkPrefix = (seat: string): string => `remark/${seat}/`
export const photoPrefix = (seat: string): string => `photo/${seat}/`
export const keyOfPhoto = (seat: string, { id }: LocalPhoto): string => `${photoPrefix(seat)}${id}`
export const keyOfSheet = (seat: string, sheet: LocalSheet): string => `${sheetPrefix(seat)}${sheetKey(sheet.subject, sheet.component)}`
export const keyOfRemark = (seat: string, { id }: LocalRemark): string => `${remarkPrefix(seat)}${id}`

/** Everything that the device keeps of a seat but its photos, which come after the first screen. */
export async function keptOf(kept: Kept, seat: string): Promise<Pick<SeatState, 'sheets' | 'remarks' | 'photos'>> {
  const sheets = [...(await kept.all<LocalSheet>(sheetPrefix(seat))).values()]
  const remarks = [...(await kept.all<LocalRemark>(remarkPrefix(seat))).values()]
  return {
    sheets: Object.fromEntries(sheets.map((sheet) => [sheetKey(sheet.subject, sheet.component), sheet])),
    remarks: Object.fromEntries(remarks.map((remark) => [remark.id, remark])),
    photos: {},
  }
}

/** What another page of this device has set, sorted by what it is; null when it is of no matter to the seat. */
export function heardOf(seat: string, key: string): 'sheet' | 'remark' | null {
  return key.startsWith(sheetPrefix(seat)) ? 'sheet' : key.startsWith(remarkPrefix(seat)) ? 'remark' : null
}

export interface Delivery {
  /** On this device and not with the server yet. */
  readonly saved: number
  /** In this page alone. */
  readonly unsaved: number
  readonly arrived: number
  readonly refused: number
}

/** What the honest bar says. */
export function barOf({ mine, sheets, remarks, photos, unkept }: SeatState): Delivery {
  const seat = mine?.seat.id ?? ''
  const { waiting, arrived, refused } = deliveryOf(sheets)
  const said = Object.values(remarks)
  const count = (state: LocalRemark['state']): number => said.filter((remark) => remark.state === state).length
  const taken = Object.values(photos)
  const pictures = (state: PhotoState): number => taken.filter((photo) => photo.state === state).length
  const unsaved =
    pictures('storing') +
    taken.filter((photo) => photo.state === 'waiting' && unkept.has(keyOfPhoto(seat, photo))).length +
    Object.values(sheets).filter((sheet) => sheet.revision > sheet.delivered && unkept.has(keyOfSheet(seat, sheet))).length +
    said.filter((remark) => remark.state === 'waiting' && unkept.has(keyOfRemark(seat, remark))).length
  return {
    saved: waiting + count('waiting') + pictures('waiting') + pictures('storing') - unsaved,
    unsaved,
    arrived: arrived + count('arrived') + pictures('arrived'),
    refused: refused + count('refused') + pictures('refused'),
  }
}
