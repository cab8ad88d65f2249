// Where the table is: unit, quarter and the spot that is on stand in the address, so that a reload shows the same again.

import { useSyncExternalStore } from 'react'

export interface Place {
  readonly unit: string
  readonly quarter: string | null
  /** Which spot is on, counted from 1; null shows the map. */
  readonly spot: number | null
  /** The unit from which one came down, to go back to. */
  readonly from: string | null
  /** The desk that this stage follows: unit and id of its showing. */
  readonly follow: { readonly unit: string; readonly id: string } | null
}

const changed = new Set<() => void>()
addEventListener('popstate', () => {
  for (const each of changed) each()
})

const followed = /^(\d{2,17})\.([0-9a-f-]{36})$/

function followOf(text: string | null): Place['follow'] {
  const found = followed.exec(text ?? '')
  return found === null ? null : { unit: found[1] ?? '', id: found[2] ?? '' }
}

function read(search: string): Place {
  const asked = new URLSearchParams(search)
  const spot = Number(asked.get('spot') ?? '')
  return {
    unit: asked.get('unit') ?? '',
    quarter: asked.get('quarter'),
    spot: Number.isInteger(spot) && spot > 0 ? spot : null,
    from: asked.get('from'),
    follow: followOf(asked.get('follow')),
  }
}

let known = { search: location.search, place: read(location.search) }

function now(): Place {
  if (known.search !== location.search) known = { search: location.search, place: read(location.search) }
  return known.place
}

/** Goes somewhere; what is not named stays. Nothing is added to the way back of the browser: Escape leads back. */
export function goTo(change: Partial<Place>): void {
  const { unit, quarter, spot, from } = { ...now(), ...change }
  const entries = Object.entries({ unit, quarter, spot: spot === null ? null : String(spot), from })
  const search = new URLSearchParams(entries.filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''))
  history.replaceState(null, '', `${location.pathname}?${search.toString()}`)
  for (const each of changed) each()
}

/** Follows a desk from here on: a reload follows it again. */
export function follow({ unit, id }: NonNullable<Place['follow']>): void {
  history.replaceState(null, '', `${location.pathname}?follow=${unit}.${id}`)
  for (const each of changed) each()
}

/** The place, watched. */
export function usePlace(): Place {
  return useSyncExternalStore((onChange) => {
    changed.add(onChange)
    return () => changed.delete(onChange)
  }, now)
}
