// Every way this room refuses. Numbers 4000–4999; a number is never reused.

import { drawProblems } from './problems-draw.ts'
import { resultProblems } from './problems-result.ts'
import { roundProblems } from './problems-round.ts'
import { tallyProblems } from './problems-tally.ts'
import { workProblems } from './problems-work.ts'

export const problems = { ...tallyProblems, ...drawProblems, ...roundProblems, ...resultProblems, ...workProblems }
