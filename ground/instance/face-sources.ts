// What the faces of the browser are built from, as one digest: whether a build still fits is asked of bytes, not of dates,
// because a checkout and a copy both make dates that mean nothing. The folders are those that screens and name-plates may
// import (the table in docs/house.md, held by the graph check), so a change on the server alone builds nothing.

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const whole = ['faces', 'ground/http', 'ground/kernel', 'ground/ui', 'tools/vite']
const files = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.web.json']
const ofRoom = /^(room|contract|contract-[a-z-]+|problems|problems-[a-z-]+)\.ts$/
/** The face that is rendered on the server. */
const onServer = 'public'
const notSource = /\.test\.tsx?$|\.md$/

async function filesBelow(root: string, folder: string): Promise<string[]> {
  if (!existsSync(join(root, folder))) return []
  const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function filesOfRoom(root: string, room: string): Promise<string[]> {
  const folder = join(root, 'rooms', room)
  const plates = (await readdir(folder)).filter((name) => ofRoom.test(name)).map((name) => join(folder, name))
  const parts = await Promise.all(['core', 'faces'].map((part) => filesBelow(root, join('rooms', room, part))))
  return [...plates, ...parts.flat()]
}

async function foldersIn(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  return (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

/** The faces that are built: every faces/<face>/ with an index.html. */
export async function faceNames(root: string): Promise<string[]> {
  return (await foldersIn(join(root, 'faces'))).filter((name) => existsSync(join(root, 'faces', name, 'index.html'))).toSorted()
}

/** SHA-256 over path and content of every source of the faces below the root. */
export async function digestOfSources(root: string): Promise<string> {
  const rooms = await foldersIn(join(root, 'rooms'))
  const found = await Promise.all([...whole.map((folder) => filesBelow(root, folder)), ...rooms.map((room) => filesOfRoom(root, room))])
  const paths = [...found.flat(), ...files.map((file) => join(root, file)).filter((file) => existsSync(file))]
    .filter((path) => !notSource.test(path))
    .map((path) => path.slice(root.length + 1).replaceAll('\\', '/'))
    .filter((path) => !path.includes(`faces/${onServer}/`))
    .toSorted()
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path))))
  const all = createHash('sha256')
  for (const [at, path] of paths.entries()) {
    const text = texts[at] ?? Buffer.of()
    all.update(`${path}\n${text.length}\n`).update(text)
  }
  return all.digest('hex')
}
