import type { Words } from './zh.ts'

export const en: Words = {
  home: 'Home',
  coming: 'Opening…',
  noPage: 'No such page',
  noPageHint: 'Judges: scan the QR code of your seat again.',
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
  offlineFailed: 'This page was not kept on the device; it cannot work offline',
  offlineFailedHint:
    'Most likely the storage is full, or the line is too slow or broke. Keep this page open, what you enter is sent as ever; free some storage and open the page again with a network.',
  offlineNotHint:
    'What you enter is still kept on this device, but without a network this page cannot be opened again. Use the “…” menu and choose “open in browser”; the hall needs https.',
  newVersion: 'A new version is here',
  takeNew: 'Update now',
  feedback: 'Complaints and suggestions',
}
