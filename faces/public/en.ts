import type { Words } from './zh.ts'

/** The frame in English. */
export const en: Words = {
  name: '亮星 Liangxing',
  htmlLanguage: 'en',
  skip: 'Skip to content',
  navigation: 'Main sections',
  settings: 'Display settings',
  homeLabel: 'Liangxing home page',
  otherLanguage: '中文',
  otherLanguageCode: 'zh',
  largeText: 'Large text',
  normalText: 'Normal text',
  signIn: 'Sign in',
  desk: 'Open the desk',
  feedback: 'Complaints and suggestions',
  track: 'Check progress',
  privacy: 'Personal data',
  accessibility: 'Accessibility',
  operator: (name) => `Operated by ${name}`,
  phone: (number) => `Supervision telephone: ${number}`,
  filing: (number) => `Filing number: ${number}`,
  filingAbsent: 'Filing number: not entered yet (by the operator)',
  noSecrets: 'This system does not process state secrets. Do not enter classified information.',
  printed: (day, address) => `Printed on ${day} · Page address ${address}`,
}
