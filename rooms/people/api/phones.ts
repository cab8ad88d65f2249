// Phone numbers at rest: sealed by the vault and bound to their person, with a keyed digest to find them by.

import type { Id } from '#ground/kernel/ids.ts'
import { maskPhone } from '#ground/kernel/mask.ts'
import type { Vault } from '#ground/vault/vault.ts'

const context = (person: Id): string => `people.phone/${person}`

/** The number as it is stored. */
export function sealPhone(vault: Vault, person: Id, phone: string): string {
  return vault.encrypt(phone, context(person))
}

/** The number in full: only for a reveal that is recorded, or for its owner. */
export function openPhone(vault: Vault, person: Id, sealed: string): string {
  return vault.decrypt(sealed, context(person))
}

/** What a list shows of a stored number. */
export function maskedPhone(vault: Vault, person: Id, sealed: string | null): string | null {
  return sealed === null ? null : maskPhone(openPhone(vault, person, sealed))
}

/** What equal numbers have in common. */
export function phoneIndex(vault: Vault, phone: string): string {
  return vault.blindIndex(phone, 'people.phone')
}
