// Builds the desk into dist/desk: pages under /desk/, files under /assets/ with names of their content.

import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { housePlugin } from './tools/vite/house.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// Tests that find no configuration of their own read this file too: for them the root stays the whole house.
export default defineConfig(({ mode }) => ({
  root: here(mode === 'test' ? '.' : './faces/desk'),
  base: '/',
  plugins: [react(), housePlugin(here('./rooms'))],
  build: {
    outDir: here('./dist/desk'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    reportCompressedSize: false,
  },
  server: {
    fs: { allow: [here('.')] },
    proxy: { '/api': 'http://127.0.0.1:3000' },
  },
}))
