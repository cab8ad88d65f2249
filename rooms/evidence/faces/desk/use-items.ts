// The list in pages: the first is asked again when something changes, further ones are added below it.

import { useState } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { evidence, keyOf, type Nothing, type Row } from './evidence.ts'
import { useAskingAgain } from './use-asking-again.ts'

interface Items {
  readonly rows: readonly Row[] | undefined
  readonly nothing: readonly Nothing[]
  readonly keepDays: number | null
  readonly filmBytes: number
  readonly problem: unknown
  readonly more: (() => void) | null
  readonly pending: boolean
  retry(): void
}

export function useItems(query: { readonly below: string; readonly from: string; readonly to: string }): Items {
  const first = useAnswer(evidence, 'list', query.below === '' ? null : { query })
  const name = JSON.stringify(query)
  const [further, setFurther] = useState<{ name: string; rows: readonly Row[]; next: string | null }>({ name, rows: [], next: null })
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const own = further.name === name ? further : { name, rows: [], next: null }
  const next = own.rows.length === 0 ? (first.data?.next ?? null) : own.next

  const { refetch } = first
  useAskingAgain(first.data?.rows.some((row) => row.preview === 'waiting') ?? false, refetch)

  const load = async (after: string): Promise<void> => {
    setPending(true)
    setProblem(null)
    try {
      const page = await evidence.list({ query: { ...query, after } })
      setFurther({ name, rows: [...own.rows, ...page.rows], next: page.next })
    } catch (error) {
      setProblem(error)
    } finally {
      setPending(false)
    }
  }

  const seen = new Set<string>()
  const rows =
    first.data === undefined ? undefined : [...first.data.rows, ...own.rows].filter((row) => !seen.has(keyOf(row)) && seen.add(keyOf(row)))
  return {
    rows,
    nothing: first.data?.nothing ?? [],
    keepDays: first.data?.keepDays ?? null,
    filmBytes: first.data?.filmBytes ?? 0,
    problem: first.error ?? problem,
    more: next === null ? null : () => void load(next),
    pending,
    retry: () => void refetch(),
  }
}
