// The step `derived` of `npm run check`.

import { houseRoot } from '#ground/http/house.ts'
import { checkDerived } from './check.ts'

const faults = await checkDerived(houseRoot)
for (const fault of faults) console.log(fault)
process.exitCode = faults.length === 0 ? 0 : 1
