// The ground's own problem catalogues: every ground/<part>/problems.ts, found by its place.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { houseRoot } from '#ground/http/house.ts'
import type { AnyProblemMaker } from '#ground/kernel/problem.ts'

async function load(): Promise<AnyProblemMaker[]> {
  const ground = join(houseRoot, 'ground')
  const found: AnyProblemMaker[] = []
  for (const part of readdirSync(ground).sort()) {
    const path = join(ground, part, 'problems.ts')
    if (!existsSync(path)) continue
    const module = (await import(pathToFileURL(path).href)) as Record<string, Record<string, AnyProblemMaker>>
    found.push(...Object.values(module).flatMap((catalogue) => Object.values(catalogue)))
  }
  return found
}

export const groundProblems: readonly AnyProblemMaker[] = await load()
