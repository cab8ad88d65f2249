// One run of `liangxing`: finds the command, reads its line, runs it, and says how it ended.

import type { Settings } from '#ground/instance/instance.ts'
import { findCommands, loadCommand, pickCommand } from './catalogue.ts'
import type { Entry } from './catalogue.ts'
import { checkBefore, languageOf, readLine, splitLine, wantsHelp } from './command-line.ts'
import { commandHelp, helpDocument, programHelp } from './help.ts'
import type { Listed } from './help.ts'
import { answered, exits, failed, misused } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { openProgress } from './progress.ts'
import { openSession } from './session.ts'

export interface Run {
  readonly line: readonly string[]
  readonly env: Settings
  readonly root?: string
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean }
  readonly interrupted: AbortSignal
}

async function listedOf(entries: readonly Entry[]): Promise<Listed[]> {
  const loaded = await Promise.all(entries.map(async (entry) => ({ entry, command: await loadCommand(entry) })))
  return loaded.flatMap(({ entry, command }) => (command === null ? [] : [{ entry, command }]))
}

async function perform({ env, stderr, interrupted }: Run, listed: Listed, line: readonly string[]): Promise<Outcome> {
  const language = languageOf(env)
  const reading = readLine(listed.command, line)
  if (!reading.ok) return misused(reading.what, commandHelp(listed, language), language)
  const progress = openProgress(stderr, language, () => performance.now())
  const session = openSession({ room: listed.entry.room, language, env, progress, interrupted, write: (text) => stderr.write(text) })
  try {
    return answered(await listed.command.run(session.context, reading.typed.args, reading.typed.options), language)
  } catch (error) {
    return failed(error, language)
  } finally {
    await session.close()
  }
}

/** Runs one command line. Throws nothing that a command threw. */
export async function run(given: Run): Promise<Outcome> {
  const language = languageOf(given.env)
  const { before, rest } = splitLine(given.line)
  const entries = await findCommands(given.root)
  const entry = pickCommand(entries, rest)
  const command = entry === undefined ? null : await loadCommand(entry)
  const isHelp = wantsHelp(given.line)
  const wrong = checkBefore(before)
  if (entry !== undefined && command !== null && wrong === null) {
    const listed = { entry, command }
    if (isHelp) return { code: exits.done, document: helpDocument([listed], language), message: commandHelp(listed, language) }
    return perform(given, listed, rest.slice(entry.words.length))
  }
  // `liangxing units` alone shows the commands of that word.
  const related = entries.filter(({ words }) => words[0] === rest[0])
  const own = await listedOf(related)
  const listed = own.length > 0 ? own : await listedOf(entries)
  const help = programHelp(listed, language)
  if (isHelp && wrong === null && (rest.length === 0 || own.length > 0))
    return { code: exits.done, document: helpDocument(listed, language), message: help }
  const unknown = { zh: `没有命令 ${rest.slice(0, 2).join(' ')}。`, en: `There is no command ${rest.slice(0, 2).join(' ')}.` }
  return misused(wrong ?? (rest.length === 0 ? { zh: '请写明命令。', en: 'Name a command.' } : unknown), help, language)
}
