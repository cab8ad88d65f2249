// How a star is called by a reader: editions name their stars in Chinese and, where somebody wrote it, in English.

import type { Language, Text } from '#ground/kernel/problem.ts'

/** A star with its names. */
export interface NamedStar {
  readonly code: string
  readonly name: string
  readonly nameEn?: string | undefined
}

/** Its name in both languages; the Chinese one where there is no other. */
export const starText = ({ name, nameEn }: NamedStar): Text => ({ zh: name, en: nameEn ?? name })

/** Names of some stars by code in the reader's language; an unknown code names itself. */
export function starNamer(stars: readonly NamedStar[], language: Language): (code: string) => string {
  const names = new Map(stars.map((star) => [star.code, starText(star)[language]]))
  return (code) => names.get(code) ?? code
}

/** Stars as a list shows them: each with its one name, and its office called so too. */
export const starsIn = <S extends NamedStar & { readonly lead: string; readonly leadEn?: string | undefined }>(
  stars: readonly S[],
  language: Language,
): (Omit<S, 'nameEn' | 'leadEn'> & { readonly name: string })[] =>
  stars.map(({ nameEn, leadEn, ...star }) => ({
    ...star,
    name: starText({ ...star, nameEn })[language],
    lead: language === 'zh' ? star.lead : (leadEn ?? star.lead),
  }))
