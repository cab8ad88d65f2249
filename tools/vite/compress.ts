// Vite plugin: writes each asset a second and third time, compressed, so that the server only hands out bytes.

import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const worthwhile = 1024
const zip = promisify(gzip)
const squeeze = promisify(brotliCompress)

/** Compresses every .js, .css and .svg of a folder beside itself as .gz and .br. */
export async function compressFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue
    const bytes = await readFile(join(folder, name))
    if (bytes.length < worthwhile) continue
    await writeFile(join(folder, `${name}.gz`), await zip(bytes, { level: 9 }))
    await writeFile(join(folder, `${name}.br`), await squeeze(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

/** The plugin; works on one folder of what was built. */
export function compressPlugin(folder: string): Plugin {
  return {
    name: 'liangxing:compress',
    apply: 'build',
    async writeBundle(options) {
      if (options.dir !== undefined) await compressFolder(join(options.dir, folder))
    },
  }
}
