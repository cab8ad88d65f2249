// Contacts at rest: sealed by the vault and bound to their record, so that a sealed text copied into another row does not
// open there. Which way a row was sealed stands in the row: nothing is tried out, an older one never passes for a bound one.

import type { Id } from '#ground/kernel/ids.ts'
import type { Vault } from '#ground/vault/vault.ts'
import type { CaseRow } from '../data/queries.ts'

type Sealed = Pick<CaseRow, 'id' | 'contact' | 'contactBound'>

const column = 'feedback.contact'
const contextOf = (record: Id): string => `${column}/${record}`

/** A contact as its record stores it; null and empty are none. */
export function sealContact(vault: Vault, record: Id, contact: string | null | undefined): Pick<CaseRow, 'contact' | 'contactBound'> {
  return { contact: contact == null || contact === '' ? null : vault.encrypt(contact, contextOf(record)), contactBound: true }
}

/** The contact in full: for a look that is recorded, and for sealing anew. */
export function openContact(vault: Vault, row: Sealed): string | null {
  return row.contact === null ? null : vault.decrypt(row.contact, row.contactBound ? contextOf(row.id) : column)
}

/** The record with its contact sealed to it, whatever it was before. */
export function boundContact(vault: Vault, row: CaseRow): CaseRow {
  return row.contactBound ? row : { ...row, ...sealContact(vault, row.id, openContact(vault, row)) }
}
