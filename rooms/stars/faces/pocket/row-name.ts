// What a row is called: 底线 B1.

import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

interface Named {
  readonly row: string
  readonly kind: 'bottom-line' | 'criterion' | 'addition'
}

export function useRowName(): (row: Named) => string {
  const text = useWords(words)
  return ({ row, kind }) => `${{ 'bottom-line': text.bottomLine, criterion: text.criterion, addition: text.addition }[kind]} ${row}`
}
