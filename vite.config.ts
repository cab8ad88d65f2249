// Builds the desk into dist/desk: pages under /desk/, files under /assets/ with names of their content.

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressPlugin } from './tools/vite/compress.ts'
import { housePlugin } from './tools/vite/house.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./faces/desk'),
  base: '/',
  plugins: [react(), housePlugin(here('./rooms')), compressPlugin()],
  build: {
    outDir: here('./dist/desk'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
    // React, router and antd's core are one chunk of about 600 K, 200 K compressed.
    chunkSizeWarningLimit: 800,
  },
  server: {
    fs: { allow: [here('.')] },
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
})
