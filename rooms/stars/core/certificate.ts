// What a certificate says of a star that is held: words and who gave it, before anything is drawn.

import type { Day } from '#ground/kernel/clock.ts'
import { dayAs } from './report-format.ts'
import type { HonourState } from './honour.ts'

export interface Certificate {
  readonly unitName: string
  /** Names above it, the county first. */
  readonly above: readonly string[]
  readonly cycleName: string
  readonly starName: string
  /** The unit whose post certified it. */
  readonly issuer: string
  /** Of the decision; empty when it had none. */
  readonly document: string
  readonly on: Day
  readonly plaque: string
  /** The standard is one of the samples. */
  readonly sample: boolean
}

/** A star of which a certificate is given: one that is valid today. */
export const certifiable = (state: HonourState): boolean => state === 'held' || state === 'warned' || state === 'mending'

export interface CertificateLines {
  readonly title: string
  readonly to: string
  readonly says: string
  readonly star: string
  readonly gives: string
  readonly issuer: string
  readonly day: string
  readonly number: string
  readonly verify: string
  readonly note: string | null
}

/** The lines of the certificate, Chinese whatever the reader's language: it hangs in an office. */
export function certificateLines(one: Certificate): CertificateLines {
  const code = one.plaque.match(/.{1,4}/g)?.join('-') ?? one.plaque
  return {
    title: '星级认定证书',
    to: [...one.above, one.unitName].join(' '),
    says: `在${one.cycleName}中，经自查自评、逐级审核和公示，认定获得`,
    star: one.starName,
    gives: one.document === '' ? '特发此证。' : `特发此证（${one.document}）。`,
    issuer: one.issuer,
    day: dayAs('chinese', one.on),
    number: `编号 ${code}`,
    verify: '扫码核验，以查询结果为准',
    note: one.sample ? '依据示例标准认定（非官方）' : null,
  }
}
