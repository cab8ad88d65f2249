// Every way the room of facts refuses.

import { sheetProblems } from './problems-sheet.ts'

export const problems = { ...sheetProblems }
