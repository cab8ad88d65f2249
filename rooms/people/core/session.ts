// How long a session lives and what is kept of it: when it began, when it ends, which kind of browser. Nothing about what
// was done in it or for how long: online time is none of our business (design.md section 7).

import type { Instant } from '#ground/kernel/clock.ts'

export type Means = 'password' | 'oidc' | 'invitation'

const dayLength = 86_400_000

/** When a session begun now ends by itself; `days` is the operator's setting SESSION_DAYS (1 to 30, 7 when unsaid). */
export function sessionEnd(now: Instant, days: string | undefined): Instant {
  const given = Number(days)
  const length = Number.isInteger(given) && given >= 1 && given <= 30 ? given : 7
  return now + length * dayLength
}

/** When an invitation made now expires. */
export function invitationEnd(now: Instant): Instant {
  return now + 7 * dayLength
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, 'WeChat'],
  [/QIHU|360(SE|EE)/i, '360'],
  [/Qaxbrowser/i, 'Qianxin'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
]

const first = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  list.find(([sign]) => sign.test(text))?.[1]

/** The family of browser and system, enough to recognise one's own session: `Chrome · Windows`; empty when unknown. */
export function agentFamily(userAgent: string): string {
  return [first(browsers, userAgent), first(systems, userAgent)].filter((part) => part !== undefined).join(' · ')
}
