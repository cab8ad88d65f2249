// All checks of the house, in the order in which they are read out.

import type { Finding } from '../source/finding.ts'
import { clock } from './checks/clock.ts'
import { contracts } from './checks/contracts.ts'
import { contractTests } from './checks/contract-tests.ts'
import { dependencies } from './checks/dependencies.ts'
import { dictionaries } from './checks/dictionaries.ts'
import { documented } from './checks/documented.ts'
import { floorPlan } from './checks/floor-plan.ts'
import { leftovers } from './checks/leftovers.ts'
import { links } from './checks/links.ts'
import { machine } from './checks/machine.ts'
import { never } from './checks/never.ts'
import { permissions } from './checks/permissions.ts'
import { personal } from './checks/personal.ts'
import { policies } from './checks/policies.ts'
import { problemNumbers } from './checks/problem-numbers.ts'
import { sentences } from './checks/sentences.ts'
import { size } from './checks/size.ts'
import { sql } from './checks/sql.ts'
import { tables } from './checks/tables.ts'
import { tests } from './checks/tests.ts'
import { type Check, type House, readHouse } from './house.ts'

export const checks: readonly Check[] = [
  floorPlan,
  contracts,
  contractTests,
  problemNumbers,
  permissions,
  tables,
  policies,
  sql,
  personal,
  dictionaries,
  sentences,
  size,
  clock,
  documented,
  leftovers,
  tests,
  links,
  never,
  machine,
  dependencies,
]

/** Everything that the checks find in a house. */
export async function checkHouse(house: House): Promise<Finding[]> {
  return (await Promise.all(checks.map(async (check) => check(house)))).flat()
}

/** Reads the house below the root and holds it against all checks. */
export async function checkRoot(root: string): Promise<Finding[]> {
  return checkHouse(await readHouse(root))
}
