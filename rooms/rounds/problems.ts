// Every way this room refuses. Numbers 4000–4999; a number is never reused.

import { drawProblems } from './problems-draw.ts'
import { tallyProblems } from './problems-tally.ts'

export const problems = { ...tallyProblems, ...drawProblems }
