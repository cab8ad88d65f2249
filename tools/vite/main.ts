// `npm run build`: builds the faces of the browser into dist; `npm start` does it by itself when they are missing or old.

import { houseRoot } from '#ground/http/house.ts'
import { buildFaces } from './build.ts'

process.env['NODE_ENV'] = 'production'
try {
  await buildFaces(process.argv[2] ?? houseRoot)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
