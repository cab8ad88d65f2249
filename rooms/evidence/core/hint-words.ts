// What a hint says, for every room that shows one beside a picture.

import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'
import type { HintKind } from './hints.ts'

const alike: Readonly<Record<Exclude<HintKind, 'day'>, Text>> = {
  elsewhere: {
    zh: '其他单位也用了相同或几乎相同的照片或文件',
    en: 'Another unit used the same picture or file, or nearly the same',
  },
  repeated: {
    zh: '本单位在另一日期用过相同或几乎相同的照片或文件',
    en: 'This unit used the same picture or file, or nearly the same, for another day',
  },
  'before-after': {
    zh: '同一点位不同阶段的照片几乎相同',
    en: 'Pictures of different phases of one spot are nearly the same',
  },
}

/** Found by comparing, no conclusion: a sentence for the reviewer. `stated` is the item's effective day. */
export function hintText({ kind, takenOn }: { readonly kind: HintKind; readonly takenOn: Day | null }, stated: Day): Text {
  if (kind !== 'day') return alike[kind]
  const taken = takenOn ?? stated
  return {
    zh: `照片记录的拍摄日期是 ${taken}，反映日期是 ${stated}`,
    en: `The camera says ${taken}, the effective date is ${stated}`,
  }
}
