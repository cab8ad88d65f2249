// A server that starts finds the faces of its own sources built, whatever lies in dist.

import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readBuilt } from '#ground/http/faces.ts'
import { houseRoot } from '#ground/http/house.ts'
import { digestOfSources } from '#ground/instance/face-sources.ts'
import { plant } from '#tools/source/planted.ts'
import { filesOf } from '#tools/vite/publish.ts'
import { littleHouse } from '#tools/vite/little-house.ts'
import { ensureFaces } from './faces.ts'

const dist = (root: string): string => join(root, 'dist')
const stamp = (root: string): number => statSync(join(dist(root), 'faces.json')).mtimeMs
const script = async (root: string): Promise<string> => {
  const names = (readBuilt(dist(root))?.faces[0]?.files ?? []).filter((file) => file.endsWith('.js'))
  return (await Promise.all(names.map((name) => readFile(join(dist(root), name), 'utf8')))).join('\n')
}

function change(root: string, path: string, from: string | RegExp, to: string): void {
  writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replace(from, to))
}

test('faces are built once, and again only when what they are made of has changed', async () => {
  const root = plant(littleHouse)
  await ensureFaces(root)
  expect(await script(root)).toContain('first edition')
  const first = stamp(root)
  writeFileSync(join(root, 'rooms/notes/faces/booth/notes.test.ts'), 'a test is no part of a face')
  writeFileSync(join(root, 'rooms/notes/README.md'), '# notes')
  await ensureFaces(root)
  expect(stamp(root)).toBe(first)
  change(root, 'faces/booth/main.ts', 'first', 'second')
  await ensureFaces(root)
  expect(await script(root)).toContain('second edition')
  change(root, 'rooms/notes/room.ts', "zh: '记事'", "zh: '便签'")
  await ensureFaces(root)
  expect(await script(root)).toContain('便签')
})

test('of servers that start at once each finds the faces whole', async () => {
  const root = plant(littleHouse)
  await ensureFaces(root)
  change(root, 'faces/booth/main.ts', 'first', 'second')
  await Promise.all([1, 2, 3].map(() => ensureFaces(root)))
  expect(await script(root)).toContain('second edition')
  const page = readFileSync(join(dist(root), 'booth/index.html'), 'utf8')
  const files = await filesOf(dist(root))
  for (const [, asked] of page.matchAll(/"\/(assets\/[^"]+)"/g)) expect(files).toContain(asked)
  expect(files.filter((file) => file.includes('.making-'))).toEqual([])
})

test('a build that fails leaves the one before in place and stops the start in one sentence', async () => {
  const root = plant(littleHouse)
  await ensureFaces(root)
  const before = readFileSync(join(dist(root), 'faces.json'), 'utf8')
  change(root, 'faces/booth/main.ts', /^/, 'import "./nowhere.ts"\n')
  await expect(ensureFaces(root)).rejects.toMatchObject({ text: { en: expect.stringContaining('npm run build') as string } })
  expect(readFileSync(join(dist(root), 'faces.json'), 'utf8')).toBe(before)
})

test('looking whether the faces are old costs a start next to nothing', async () => {
  await digestOfSources(houseRoot)
  const times: number[] = []
  for (let nth = 0; nth < 5; nth += 1) {
    const started = performance.now()
    await digestOfSources(houseRoot)
    times.push(performance.now() - started)
  }
  expect(Math.min(...times)).toBeLessThan(150)
})
