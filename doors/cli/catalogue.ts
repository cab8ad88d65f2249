// Finds commands by floor plan: rooms/<room>/cli/<command>.ts is `room command`, rooms/<room>/cli/index.ts is `room`,
// rooms/<room>/cli/alone/<command>.ts is `command` alone (alone/<word>/<command>.ts is `word command`), and doors/cli/commands/… are the door's own by the same rule.
// Only the asked-for file is loaded.

import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { houseRoot } from '#ground/http/house.ts'
import type { DoorCommand } from './door-command.ts'

export interface Entry {
  /** What is typed: `['units', 'import']`. */
  readonly words: readonly string[]
  /** The name under which its acts are recorded. */
  readonly room: string
  readonly path: string
}

const isCommandFile = (name: string): boolean => /^[a-z][a-z0-9-]*\.ts$/.test(name)

async function entriesIn(folder: string, words: readonly string[], room: string, deep = false): Promise<Entry[]> {
  if (!existsSync(folder)) return []
  const found: Entry[] = []
  for (const item of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, item.name)
    if (item.isDirectory() && deep) found.push(...(await entriesIn(path, [...words, item.name], room, deep)))
    if (!item.isFile() || !isCommandFile(item.name)) continue
    const word = basename(item.name, '.ts')
    found.push({ words: word === 'index' ? words : [...words, word], room, path })
  }
  return found
}

/** All files that stand where commands stand, by the words that call them. */
export async function findCommands(root: string = houseRoot): Promise<Entry[]> {
  const rooms = existsSync(join(root, 'rooms')) ? await readdir(join(root, 'rooms')) : []
  const found = await Promise.all([
    entriesIn(join(import.meta.dirname, 'commands'), [], 'ground', true),
    ...rooms.flatMap((room) => [
      entriesIn(join(root, 'rooms', room, 'cli'), [room], room),
      entriesIn(join(root, 'rooms', room, 'cli', 'alone'), [], room, true),
    ]),
  ])
  return found.flat().sort((a, b) => (a.words.join(' ') < b.words.join(' ') ? -1 : 1))
}

/** The command that the line begins with; the longest match counts. */
export function pickCommand(entries: readonly Entry[], line: readonly string[]): Entry | undefined {
  const fits = entries.filter(({ words }) => words.length > 0 && words.every((word, index) => line[index] === word))
  return fits.sort((a, b) => b.words.length - a.words.length)[0]
}

/** Loads a command; null for a file beside the commands that is none itself. */
export async function loadCommand(entry: Entry): Promise<DoorCommand | null> {
  const { default: command } = (await import(pathToFileURL(entry.path).href)) as { default?: Partial<DoorCommand> }
  return typeof command?.run === 'function' && command.summary !== undefined ? (command as DoorCommand) : null
}
