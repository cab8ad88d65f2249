// Who is signed in, and with which post.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { callByName } from './client.ts'
import { useLanguage } from './language.ts'
import { readMe } from './read-me.ts'
import type { Me } from './read-me.ts'

export type { Me, Post, Queue } from './read-me.ts'

const nobody = readMe(null, 'zh')

/** The question behind useMe, for the shell. */
export const meQuestion = (language: 'zh' | 'en') =>
  queryOptions({
    queryKey: ['people', 'me', language],
    queryFn: async ({ signal }) => readMe(await callByName('people', 'me', { signal }), language),
    staleTime: 60_000,
  })

/** Who is signed in. Inside a page it is always there: the shell asks before it shows one. */
export function useMe(): Me {
  const [language] = useLanguage()
  return useQuery(meQuestion(language)).data ?? nobody
}

/** Whether the acting post's role has a permission; `undefined` needs none. */
export function useMay(): (permission: string | undefined) => boolean {
  const { grants } = useMe()
  return (permission) => permission === undefined || grants.includes(permission)
}
