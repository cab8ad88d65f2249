// Reads what was typed: the command's own options, `--json` (accepted everywhere, changes nothing) and `--help`.

import { parseArgs } from 'node:util'
import type { Language, Text } from '#ground/kernel/problem.ts'
import type { Option } from '#ground/cli/command.ts'
import type { DoorCommand } from './door-command.ts'

export interface Typed {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
}

export type Reading = { readonly ok: true; readonly typed: Typed } | { readonly ok: false; readonly what: Text }

const always = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** Chinese unless LX_LANGUAGE, else the locale, says English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const said = [env['LX_LANGUAGE'], env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return /^en/i.test(said ?? '') ? 'en' : 'zh'
}

/** The first word that is no option, for telling the command; options of the program may stand before it. */
export function splitLine(line: readonly string[]): { readonly before: readonly string[]; readonly rest: readonly string[] } {
  const first = line.findIndex((word) => !word.startsWith('-'))
  return first === -1 ? { before: line, rest: [] } : { before: line.slice(0, first), rest: line.slice(first) }
}

/** Whether help is asked for; nothing after `--` counts. */
export function wantsHelp(line: readonly string[]): boolean {
  const end = line.indexOf('--')
  return (end === -1 ? line : line.slice(0, end)).some((word) => word === '--help' || word === '-h')
}

const wrongOption = (word: string): Text => ({ zh: `没有选项 ${word}。`, en: `There is no option ${word}.` })

function whatIsWrong(error: unknown): Text {
  const { code, message } = error as { code?: string; message: string }
  const word = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return wrongOption(word)
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
  if (/does not take an argument/.test(message)) return { zh: `选项 ${word} 不带值。`, en: `The option ${word} takes no value.` }
  return { zh: `选项 ${word} 后面要有值。`, en: `The option ${word} needs a value.` }
}

/** Options of the program that stand before the command: only those accepted everywhere. */
export function checkBefore(before: readonly string[]): Text | null {
  const wrong = before.find((word) => !['--json', '--help', '-h'].includes(word))
  return wrong === undefined ? null : wrongOption(wrong)
}

function wrongValue({ name, kind, required, oneOf }: Option, value: string | boolean | undefined): Text | null {
  if (value === undefined) return required === true ? { zh: `还缺选项 --${name}。`, en: `The option --${name} is missing.` } : null
  if (kind === 'whole' && !/^-?\d{1,15}$/.test(String(value)))
    return { zh: `选项 --${name} 的值应为整数。`, en: `The option --${name} takes a whole number.` }
  if (oneOf !== undefined && !oneOf.includes(String(value)))
    return { zh: `选项 --${name} 只能是 ${oneOf.join('、')}。`, en: `The option --${name} takes ${oneOf.join(' or ')}.` }
  return null
}

/** Arguments and options of one command. */
export function readLine(command: DoorCommand, line: readonly string[]): Reading {
  const own = Object.fromEntries(
    command.options.map(({ name, kind }) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }]),
  )
  let read: ReturnType<typeof parseArgs>
  try {
    read = parseArgs({ args: [...line], options: { ...own, ...always }, allowPositionals: true, strict: true })
  } catch (error) {
    return { ok: false, what: whatIsWrong(error) }
  }
  const { json: _json, help: _help, ...values } = read.values
  const wrong = command.options
    .map((option) => wrongValue(option, values[option.name] as string | boolean | undefined))
    .find((what) => what !== null)
  if (wrong !== undefined) return { ok: false, what: wrong }
  const missing = command.args.slice(read.positionals.length)
  if (missing.length > 0) return { ok: false, what: { zh: `还缺 ${missing.join(' ')}。`, en: `${missing.join(' ')} is missing.` } }
  const extra = read.positionals.slice(command.args.length)
  if (extra.length > 0) return { ok: false, what: { zh: `多出了 ${extra.join(' ')}。`, en: `${extra.join(' ')} is too much.` } }
  return { ok: true, typed: { args: read.positionals, options: values as Record<string, string | true> } }
}
