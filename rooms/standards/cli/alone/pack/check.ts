// `pack check DIR`: validates a pack and runs its examples; every fault at once, each with its number, path and what to do. What has
// no English is a warning: a pack is whole without.

import { join } from 'node:path'
import type { Command } from '#ground/cli/command.ts'
import { canonicalDigest } from '#ground/kernel/digest.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import { compilePack } from '../../../core/compile.ts'
import type { Compiled } from '../../../core/compile.ts'
import { runExample } from '../../../core/example.ts'
import type { Ran } from '../../../core/example.ts'
import { errorsOf, refusalOf } from '../../../core/faults.ts'
import type { Fault } from '../../../core/faults.ts'
import { missingEnglish } from '../../../core/pack-english.ts'
import { countsOf } from '../../../core/pack-shapes.ts'
import { packDocument, readPackOrFaults } from '../../../core/read-pack.ts'
import { problems } from '../../../problems.ts'
import { exampleFiles, placeOf, readJsonFile, readPackFile } from '../../pack-folder.ts'

async function runExamples(compiled: Compiled, folder: string): Promise<{ readonly examples: object[]; readonly faults: Fault[] }> {
  const [examples, faults]: [(Ran & { file: string })[], Fault[]] = [[], []]
  for (const name of await exampleFiles(folder)) {
    const file = `examples/${name}`
    const content = await readJsonFile(join(folder, 'examples', name))
    if (!content.ok) {
      faults.push({ path: file, problem: content.problem })
      continue
    }
    const run = runExample(compiled, content.value, file)
    if ('ran' in run) examples.push({ file, ...run.ran })
    else faults.push(...run.faults)
  }
  return { examples, faults }
}

const command: Command = {
  summary: { zh: '检查标准包并核对其示例', en: 'check a pack and run its examples' },
  args: ['DIR'],
  options: [],
  run: async ({ language }, [folder = '.']) => {
    const document = await readPackFile(folder)
    if (!document.ok) return document
    const read = readPackOrFaults(document.value)
    if ('faults' in read) return refuse(refusalOf(read.faults))
    const { pack } = read
    const place = placeOf(folder)
    const misplaced = place === null || place === pack.id ? [] : [{ path: 'id', problem: problems.otherPlace({ folder: place }) }]
    const { examples, faults } = await runExamples(compilePack(pack), folder)
    if (misplaced.length + faults.length > 0) return refuse(refusalOf([...misplaced, ...faults]))
    const { id, title, notice } = pack
    const warnings = errorsOf(missingEnglish(pack)).map((one) => ({ path: one.path, detail: one.detail[language] }))
    return ok({ id, title, notice, digest: canonicalDigest(packDocument(pack)), counts: countsOf(pack), examples, warnings })
  },
}

export default command
