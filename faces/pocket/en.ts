import type { Words } from './zh.ts'

export const en: Words = {
  title: 'Liangxing',
  coming: 'Opening…',
  noPage: 'No such page',
  noPageHint: 'Scan the QR code of your seat again.',
  failed: 'Something went wrong on this page',
  failedHint: 'What you entered is on this device. Open the page again.',
  again: 'Open again',
  largeText: 'Large text',
  normalText: 'Normal text',
  otherLanguage: '中文',
  offlineReady: 'Works offline',
  offlineSoon: 'Preparing for offline',
  offlineNot: 'Cannot work offline here',
  offlineHow: 'Cannot work offline here; tap to see how to open it in a browser',
  offlineNotHint:
    'What you enter is still kept on this device, but without a network this page cannot be opened again. Use the “…” menu and choose “open in browser”; the hall needs https.',
  newVersion: 'A new version is here',
  takeNew: 'Update now',
  feedback: 'Complaints and suggestions',
}
