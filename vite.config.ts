// For developing (`npx -c vite`): serves the faces and passes /api to a server on port 3000. What is built, and how, says
// tools/vite/config.ts.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { faceNames } from './ground/instance/face-sources.ts'
import { sharedConfig } from './tools/vite/config.ts'
import { developPlugin } from './tools/vite/develop.ts'

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '')
const { configFile: _configFile, ...shared } = sharedConfig(root)
const server = 'http://127.0.0.1:3000'

export default defineConfig(async () => ({
  ...shared,
  appType: 'mpa' as const,
  plugins: [...(shared.plugins ?? []), developPlugin(await faceNames(root))],
  server: { fs: { allow: [root] }, proxy: { '/api': server, '/public': server, '/sign-in': server } },
}))
