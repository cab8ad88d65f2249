// `node tools/graph/main.ts [ROOT]`: prints what the graph check finds and ends with 1 when there is anything.

import { printFinding } from '../source/finding.ts'
import { readTree } from '../source/tree.ts'
import { checkGraph } from './check.ts'

const root = process.argv[2] ?? process.cwd()
const files = readTree(root)
const findings = checkGraph(root, files)
for (const finding of findings) console.log(printFinding(finding))
console.log(`${files.filter((file) => /\.tsx?$/.test(file.path)).length} files, ${findings.length} findings`)
process.exitCode = findings.length === 0 ? 0 : 1
