// What a page shows is in its address: filters, the open row, unit and period. A link or a reload shows the same again.

import { rootRouteId, useMatch, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'

export type Address = Readonly<Record<string, string>>
export type AddressChanges = Readonly<Record<string, string | null>>

/** Search parameters are plain strings: a code such as 410882 never becomes a number. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The inverse of parseSearch; empty values are left out. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
  const text = new URLSearchParams(entries).toString()
  return text === '' ? '' : `?${text}`
}

const merged = (before: Readonly<Record<string, unknown>>, changes: AddressChanges): Record<string, string | undefined> => ({
  ...(before as Record<string, string>),
  ...Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value ?? undefined])),
})

/**
 * The search parameters of the page and how to change some of them; null removes one. What a page says after somebody has left it
 * (a search that is sent a moment after the last letter) changes nothing: it would stand in the address of the next page.
 */
export function useAddress(): [Address, (changes: AddressChanges) => void] {
  const search: Address = useSearch({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()
  const own = useMatch({ strict: false, select: ({ routeId, pathname }) => (routeId === rootRouteId ? null : pathname) })
  const set = useCallback(
    (changes: AddressChanges) => {
      if (own !== null && own !== router.latestLocation.pathname) return
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => merged(before, changes),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate, router, own],
  )
  return [search, set]
}

/** Parameters of the page's path, `$code`. */
export function usePageParams(): Record<string, string> {
  return useParams({ strict: false })
}

/** Parameters that stay when one moves to another page. */
export const carried = ['unit', 'period'] as const

/** The address of another page, `/desk/units?q=…`, with unit and period kept. */
export function useCarried(): (to: string) => { readonly to: string; readonly search: Record<string, string> } {
  const search: Address = useSearch({ strict: false })
  return (to) => {
    const [path = '', query = ''] = to.split('?')
    const kept = Object.fromEntries(carried.flatMap((key) => (search[key] === undefined ? [] : [[key, search[key]]])))
    return { to: path, search: { ...kept, ...parseSearch(query) } }
  }
}

/** Moves to another page of the desk. The function stays the same, so that it may stand in effects. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  const carry = useCarried()
  const latest = useRef(carry)
  useEffect(() => {
    latest.current = carry
  })
  return useCallback((to) => void navigate(latest.current(to) as never), [navigate])
}
