// Every way this room refuses.

import { defineProblems } from '#ground/kernel/problem.ts'
import { after } from './problems-after.ts'
import { files } from './problems-files.ts'
import { honourAppeals } from './problems-honour-appeals.ts'
import { life } from './problems-life.ts'
import { planning } from './problems-planning.ts'

export const problems = defineProblems('stars', { ...planning, ...life, ...files, ...honourAppeals, ...after })
