// `node tools/house-check/main.ts [ROOT]`: prints what the house check finds and ends with 1 when there is anything.

import { printFinding } from '../source/finding.ts'
import { checkRoot } from './checks.ts'

const findings = await checkRoot(process.argv[2] ?? process.cwd())
for (const finding of findings) console.log(printFinding(finding))
console.log(`${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
