// Whether an entry may stand in the register that its kind names: its fields are whole, and it does not stand there already.
// What comes back is entered from the look-back of the old entry, so that the two are linked.

import type { RoomRequest } from '#ground/http/handler.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { particularsFaults } from '../core/register.ts'
import type { Particulars } from '../core/register.ts'
import { openStates } from '../core/state.ts'
import { findListed } from '../data/listed.ts'
import { problems } from '../problems.ts'
import { packRegisters } from './registers.ts'

interface Listing {
  readonly kind: string
  readonly subject: Code
  readonly particulars: Particulars
  /** It relapsed: the entry before stands in the register. */
  readonly relapse: boolean
}

/** Why it may not; null when it may. */
export async function checkListing(db: RoomRequest['db'], { kind, subject, particulars, relapse }: Listing): Promise<Problem | null> {
  if (kind === 'problem')
    return Object.keys(particulars).length === 0 ? null : problems.particularsFault({ fields: Object.keys(particulars).join('、') })
  const register = packRegisters().find((one) => one.id === kind)
  if (register === undefined) return problems.unknownRegister({ kind })
  const faults = particularsFaults(register, particulars)
  const nameOf = (id: string): string => register.fields.find((field) => field.id === id)?.title.zh ?? id
  if (faults.length > 0) return problems.particularsFault({ fields: faults.map(nameOf).join('、') })
  if (relapse) return null
  const key = register.key === null ? null : { field: register.key, value: particulars[register.key] ?? '' }
  const there = await findListed(db, { kind, subject, key })
  return there === undefined ? null : problems.listedAlready({ state: there, open: openStates.includes(there) })
}
