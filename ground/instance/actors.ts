// Actors that are not accounts: the house itself (background tasks) and the operator at the machine (command line).
// They enter like everybody else, with scopes and permissions, and their acts carry these ids.

import type { Actor } from '#ground/http/handler.ts'
import type { House } from '#ground/http/house.ts'

export const houseId = '00000000-0000-7000-8000-000000000001'
export const machineId = '00000000-0000-7000-8000-000000000002'

/** Prefixes that cover every code there can be. */
export const everywhere: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** All permissions that any name-plate grants to anyone. */
export function allPermissions(house: House): string[] {
  return [...new Set(house.plates.flatMap((plate) => Object.keys(plate.grants)))].sort()
}

/** An actor with every permission over the given prefixes. */
export function innerActor(id: string, house: House, scopes: readonly string[]): Actor {
  return {
    id,
    post: null,
    role: null,
    unit: null,
    scopes,
    writes: scopes,
    subjects: scopes,
    seats: [],
    stars: [],
    grants: allPermissions(house),
  }
}
