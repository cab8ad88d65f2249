// What stands where a picture stood, in print and on every screen: a published bulletin says itself what was taken out of it.

import type { Day } from '#ground/kernel/clock.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { writtenDay } from '#ground/kernel/written-days.ts'

/** Of a picture that was taken down; of one whose bytes cannot be had (null). */
export function goneText(gone: { readonly on: Day; readonly why: string } | null): Text {
  if (gone === null) return { zh: '（此处图片取不到，请告诉系统管理员）', en: '(The picture here cannot be had; tell the operator.)' }
  const why = gone.why.replace(/[。.\s]+$/, '')
  return { zh: `（此处图片已于${writtenDay(gone.on)}撤下：${why}）`, en: `(The picture here was taken down on ${gone.on}: ${why})` }
}
