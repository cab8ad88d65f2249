// The typed client of the room and the shapes its screens share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { client } from '#ground/ui/client.ts'
import { useLanguage } from '#ground/ui/language.ts'
import { useMemo } from 'react'
import type { contract } from '#rooms/standards/contract.ts'
import type { Language } from '#ground/kernel/problem.ts'
import { printExpression } from '../../core/expression-printing.ts'
import { readExpression } from '../../core/expression-reading.ts'
import { packIn } from '../../core/pack-language.ts'
import { meaningOf, meaningOfCriterion } from '../../core/rule-words.ts'

export const standards = client<typeof contract>('standards')

export type Row = AnswerOf<(typeof contract)['list']>['rows'][number]
export type EditionRecord = AnswerOf<(typeof contract)['get']>
export type Pack = EditionRecord['pack']
export type Star = Pack['stars'][number]
export type Criterion = Star['tasks'][number]['criteria'][number]
export type Addition = AnswerOf<(typeof contract)['additions']>['rows'][number]

/** One line of a star's table. */
export interface Line {
  readonly key: string
  readonly id: string
  readonly kind: 'bottomLine' | 'quantitative' | 'reviewed'
  /** Its task's name; empty for a bottom line. */
  readonly task: string
  readonly text: string
  readonly meaning: string
  readonly rule: string | null
  readonly required: boolean
  readonly criterion: Criterion | null
}

/** The lines of a star: bottom lines first, then criteria in the order of their tasks. */
export function linesOf(pack: Pack, star: Star, language: Language): Line[] {
  const about = { pack, star, language }
  return [
    ...star.bottomLines.map(({ id, text, rule }): Line => ({
      key: id,
      id,
      kind: 'bottomLine',
      task: '',
      text,
      meaning: meaningOf(rule, about),
      rule,
      required: true,
      criterion: null,
    })),
    ...star.tasks.flatMap((task) =>
      task.criteria.map((criterion): Line => ({
        key: criterion.id,
        id: criterion.id,
        kind: criterion.kind,
        task: task.name,
        text: criterion.text,
        meaning: meaningOfCriterion(criterion, about),
        rule: criterion.rule,
        required: criterion.required,
        criterion,
      })),
    ),
  ]
}

/** The page of an edition. */
export const pageOf = (id: string): string => `/desk/standards/edition?id=${encodeURIComponent(id)}`

/** An edition as the reader's language has it. */
export function useShown(record: EditionRecord | undefined): EditionRecord | undefined {
  const [language] = useLanguage()
  return useMemo(() => (record === undefined ? undefined : { ...record, pack: packIn(record.pack, language) }), [record, language])
}

/** A title in the reader's language. */
export const titled = ({ title, titleEn }: { readonly title: string; readonly titleEn: string }, language: Language): string =>
  language === 'zh' ? title : titleEn

/** A name in the reader's language. */
export const named = (it: { readonly name: string; readonly nameEn?: string | undefined }, language: Language): string =>
  language === 'zh' ? it.name : (it.nameEn ?? it.name)

/** A rule as it is written in a language; as it stands where it cannot be read. */
export function written(rule: string, language: Language): string {
  const read = readExpression(rule)
  return 'expression' in read ? printExpression(read.expression, language) : rule
}
