// One face, one build: a face's files depend on nothing but what it imports itself, so a new face changes no byte of
// another, and the list for its service worker is simply what came out. Pages at /<face>/…, files at /assets/<face>/ with
// names of their content.

import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { compressPlugin } from './compress.ts'
import { housePlugin } from './house.ts'

/** What Vite is told of every build, and while developing. */
export function sharedConfig(root: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'faces'),
    base: '/',
    // The public face's own files are served by the server.
    publicDir: false,
    plugins: [react(), housePlugin(join(root, 'rooms'))],
  }
}

/** The build of one face into the folder `out`. */
export function faceConfig(root: string, face: string, out: string): InlineConfig {
  const shared = sharedConfig(root)
  return {
    ...shared,
    logLevel: 'warn',
    plugins: [...(shared.plugins ?? []), compressPlugin(join('assets', face))],
    build: {
      outDir: out,
      emptyOutDir: false,
      assetsDir: `assets/${face}`,
      manifest: `${face}/manifest.json`,
      rolldownOptions: { input: join(root, 'faces', face, 'index.html') },
      target: 'es2022',
      reportCompressedSize: false,
      // React, router and antd's core are one chunk of about 600 K, 200 K compressed.
      chunkSizeWarningLimit: 800,
    },
  }
}
