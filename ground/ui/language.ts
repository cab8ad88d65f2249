// The reader's language: Chinese first, English second. Kept in the cookie `lx-language`, which the public face reads too.

import type { Language, Text } from '#ground/kernel/problem.ts'
import { defineSetting } from './setting.ts'

const setting = defineSetting<Language>('lx-language', ['zh', 'en'], (language) => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
})

/** The language outside React, for requests. */
export const currentLanguage = setting.get

/** Changes the language everywhere at once. */
export const setLanguage = setting.set

/** The language and how to change it. */
export const useLanguage = setting.use

/** Picks from a text written in both languages (menu titles, kernel texts). */
export function useText(): (text: Text) => string {
  const [language] = setting.use()
  return (text) => text[language]
}
