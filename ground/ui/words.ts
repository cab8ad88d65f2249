// Typed dictionaries: zh.ts defines the type, en.ts must match it, so the compiler finds every missing or wrong key.
// Chinese is in the page's own chunk; English is fetched when somebody reads English.

import { use } from 'react'
import type { Language } from '#ground/kernel/problem.ts'
import { useLanguage } from './language.ts'

export interface Words<W> {
  /** The words if they are at hand, otherwise the promise of them. */
  load(language: Language): W | Promise<W>
}

/** Declares a dictionary; `en` is usually `() => import('./en.ts')`, a module that exports `en`. */
export function defineWords<W>(source: { readonly zh: W; readonly en: () => Promise<{ readonly en: NoInfer<W> }> }): Words<W> {
  // The promise is given even when it has long been kept: React renders a suspended component again and must meet the
  // same `use` there, or it takes the hooks after it for new ones (error 467).
  let coming: Promise<W> | undefined
  return {
    load(language) {
      if (language === 'zh') return source.zh
      coming ??= source.en().then(
        (module) => module.en,
        (error: unknown) => {
          coming = undefined
          throw error
        },
      )
      return coming
    },
  }
}

/** The words in the reader's language; suspends while English is fetched for the first time. */
export function useWords<W>(words: Words<W>): W {
  const [language] = useLanguage()
  const loaded = words.load(language)
  return loaded instanceof Promise ? use(loaded) : loaded
}
