// `npm run generate`: writes everything that is derived from contracts and migrations: table types, OpenAPI baseline,
// permission matrix, problem catalogue. `npm run check` fails when what is committed differs.

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { houseRoot } from '#ground/http/house.ts'
import { releasedFile } from './check.ts'
import { derivedFiles } from './derived.ts'
import { freshDatabaseTypes } from './table-types.ts'

const files = await derivedFiles(houseRoot)
if (!process.argv.includes('--no-database')) files.set('ground/postgres/database.gen.ts', await freshDatabaseTypes())
if (process.argv.includes('--release')) files.set(releasedFile, files.get('docs/api/openapi.json') ?? '')
for (const [path, text] of files) {
  await mkdir(dirname(join(houseRoot, path)), { recursive: true })
  await writeFile(join(houseRoot, path), text)
  process.stdout.write(`${path}\n`)
}
