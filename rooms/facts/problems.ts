// Every way the room of facts refuses.

import { definitionProblems } from './problems-definitions.ts'
import { demandProblems } from './problems-demands.ts'
import { recordProblems } from './problems-records.ts'
import { sheetProblems } from './problems-sheet.ts'

export const problems = { ...sheetProblems, ...definitionProblems, ...recordProblems, ...demandProblems }
