// Every way this room refuses. Numbers 5400–5699; a number is never reused.

import { editionProblems } from './problems-edition.ts'
import { exampleProblems } from './problems-example.ts'
import { packProblems } from './problems-pack.ts'
import { ruleProblems } from './problems-rule.ts'

export const problems = { ...packProblems, ...ruleProblems, ...exampleProblems, ...editionProblems }
