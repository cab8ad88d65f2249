// `npm run generate`: writes everything that is derived from contracts and migrations: table types, OpenAPI baseline,
// permission matrix, problem catalogue. `npm run check` fails when what is committed differs.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { houseRoot } from '#ground/http/house.ts'
import { derivedFiles } from './derived.ts'
import { freshDatabaseTypes } from './table-types.ts'

const files = await derivedFiles(houseRoot)
if (!process.argv.includes('--no-database')) files.set('ground/postgres/database.gen.ts', await freshDatabaseTypes())
for (const [path, text] of files) {
  await writeFile(join(houseRoot, path), text)
  process.stdout.write(`${path}\n`)
}
