// What a mail says: how many notices there are and what they are called, never what is in them, so that a mail that goes astray
// tells little. Pure.

import type { Language } from '#ground/kernel/problem.ts'
import type { Weight } from './reach.ts'

export interface Told {
  readonly title: { readonly zh: string; readonly en: string }
  readonly senderName: string
  readonly weight: Weight
}

const most = 30

const words = {
  zh: {
    subject: (count: number) => `亮星：${count} 条新通知`,
    urgent: (count: number) => `亮星：${count} 条加急通知`,
    lead: (unit: string) => `${unit}：`,
    mark: '【加急】',
    more: (count: number) => `另有 ${count} 条。`,
    see: (address: string) => (address === '' ? '请登录亮星，在“通知”里查看。' : `请登录查看：${address}`),
    stop: '不想再收，请在“通知”的“邮件提醒”里关闭。',
  },
  en: {
    subject: (count: number) => `Liangxing: ${count} new ${count === 1 ? 'notice' : 'notices'}`,
    urgent: (count: number) => `Liangxing: ${count} urgent ${count === 1 ? 'notice' : 'notices'}`,
    lead: (unit: string) => `${unit}:`,
    mark: '[urgent] ',
    more: (count: number) => `And ${count} more.`,
    see: (address: string) => (address === '' ? 'Sign in and look under “Notices”.' : `Sign in and read: ${address}`),
    stop: 'To stop these mails, see “Mail” under “Notices”.',
  },
} as const

/** Subject and text. `origin` is where people reach the instance; empty when the operator named none. */
export function letterOf(
  kind: 'daily' | 'urgent',
  given: { readonly unitName: string; readonly notices: readonly Told[]; readonly origin: string; readonly language: Language },
): { readonly subject: string; readonly text: string } {
  const { unitName, notices, origin, language } = given
  const say = words[language]
  const lines = notices
    .slice(0, most)
    .map(({ title, senderName, weight }, index) => `${index + 1}. ${weight === 'urgent' ? say.mark : ''}${title[language]} · ${senderName}`)
  const rest = notices.length > most ? [say.more(notices.length - most)] : []
  const address = origin === '' ? '' : `${origin}/desk/notices`
  return {
    subject: kind === 'urgent' ? say.urgent(notices.length) : say.subject(notices.length),
    text: [say.lead(unitName), '', ...lines, ...rest, '', say.see(address), say.stop, ''].join('\n'),
  }
}
