// A face's service worker: faces/<face>/sw.ts becomes one plain script, /<face>/sw.js, after the face itself was built,
// because it is given the list of the face's files (`virtual:liangxing/files`).

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import type { Plugin } from 'vite'
import type { FaceFiles } from '#ground/ui/files.ts'

const id = 'virtual:liangxing/files'

/** Where a face's service worker is written, or null when it has none. */
export function workerSource(root: string, face: string): string | null {
  const paths = ['sw.ts', 'sw.js'].map((name) => join(root, 'faces', face, name))
  return paths.find((path) => existsSync(path)) ?? null
}

function filesPlugin(files: FaceFiles): Plugin {
  return {
    name: 'liangxing:files',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export const face = ${JSON.stringify(files)}` : null),
  }
}

/** Builds the service worker into `<out>/<face>/sw.js`. */
export async function buildWorker(root: string, source: string, out: string, files: FaceFiles): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'faces'),
    publicDir: false,
    logLevel: 'warn',
    plugins: [filesPlugin(files)],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: `${files.name}/sw.js`, codeSplitting: false } },
    },
  })
}
