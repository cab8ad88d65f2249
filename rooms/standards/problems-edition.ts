// How the register of editions refuses. Numbers 5500–5539.

import { defineProblems } from '#ground/kernel/problem.ts'

export const editionProblems = defineProblems('standards', {})
