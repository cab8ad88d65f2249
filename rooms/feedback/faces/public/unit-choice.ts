// Without script a unit is typed as a name or a code; when several have the name, the form comes back with a choice.

import type { PageRequest } from '#ground/http/page.ts'

export interface Choice {
  readonly code: string
  readonly name: string
}

interface Found {
  readonly units: readonly { readonly code: string; readonly name: string; readonly path: readonly { readonly name: string }[] }[]
}

const mostChoices = 8

/** Units that the sender may mean; one when a choice was made or the text is a code. */
export async function findChoices(request: PageRequest, chosen: string | undefined, typed: string): Promise<readonly Choice[]> {
  if (chosen !== undefined && chosen !== '') return [{ code: chosen, name: chosen }]
  if (typed === '') return []
  if (/^\d{2,17}$/.test(typed)) return [{ code: typed, name: typed }]
  const found = await request.call<Found>('units.search', { query: { q: typed } })
  if (!found.ok) return []
  const exact = found.value.units.filter((unit) => unit.name === typed)
  const units = exact.length > 0 ? exact : found.value.units
  return units.slice(0, mostChoices).map((unit) => ({ code: unit.code, name: [...unit.path, unit].map((each) => each.name).join(' › ') }))
}
