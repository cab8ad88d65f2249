// A long list inside React, page after page: the server filters, counts and says where the next page begins (`next`), so that
// a screen never filters a part as if it were the whole. A live event asks again for all pages that are shown.

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Contract } from '#ground/http/contract.ts'
import { type Asking, type Given, roomOf, type RoomClient } from './client.ts'
import { useLanguage } from './language.ts'

interface Paged {
  readonly next: string | null
  readonly total: number
}

export interface Pages<Page> {
  /** The pages fetched so far; undefined while the first is loading. */
  readonly pages: readonly Page[] | undefined
  /** How many the filter finds in all. */
  readonly total: number | undefined
  /** Fetches the next page; undefined when everything is there. For DataTable's `more`. */
  readonly more: { readonly load: () => void; readonly pending: boolean } | undefined
  readonly problem: unknown
  readonly retry: () => void
}

/** The pages of a GET endpoint that takes `query.after` and answers `next` and `total`; `null` as call means not asked yet. */
export function usePages<C extends Contract, K extends keyof C & string>(
  of: RoomClient<C>,
  key: Given<C[K]> extends Paged ? K : never,
  call: Asking<C[K]> | null,
): Pages<Given<C[K]>> {
  const ask = of[key] as unknown as (call: unknown) => Promise<Paged>
  const [language] = useLanguage()
  const { query } = (call ?? {}) as { readonly query?: object }
  const asked = useInfiniteQuery({
    queryKey: [roomOf(of), key, 'pages', call ?? {}, language],
    queryFn: ({ pageParam, signal }) => ask({ ...call, query: { ...query, ...(pageParam === null ? {} : { after: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: call !== null,
    placeholderData: keepPreviousData,
  })
  return {
    pages: asked.data?.pages as unknown as readonly Given<C[K]>[] | undefined,
    // The latest page has counted last.
    total: asked.data?.pages.at(-1)?.total,
    more: asked.hasNextPage ? { load: () => void asked.fetchNextPage(), pending: asked.isFetchingNextPage } : undefined,
    problem: asked.error,
    retry: () => void asked.refetch(),
  }
}
