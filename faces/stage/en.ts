import type { Words } from './zh.ts'

export const en: Words = {
  coming: 'Opening the stage…',
  noPage: 'There is no such page',
  noPageHint: 'Open the stage by the seat link that the organisers gave out.',
  choices: 'Display',
  fullScreen: 'Full screen F',
  otherLanguage: '中文',
}
