// The help texts, and the same as data for programs.

import type { Language, Text } from '#ground/kernel/problem.ts'
import type { Option } from '#ground/cli/command.ts'
import type { Entry } from './catalogue.ts'
import type { DoorCommand } from './door-command.ts'

export interface Listed {
  readonly entry: Entry
  readonly command: DoorCommand
}

const words = {
  use: { zh: '用法', en: 'Usage' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  command: { zh: '<命令>', en: '<command>' },
  more: { zh: '每个命令加 --help 可看用法。', en: 'Add --help to a command to see how it is used.' },
  contract: {
    zh: '结果以一个 JSON 文档写到标准输出，消息和进度写到标准错误。退出码：0 完成，1 被拒绝，2 用法不对，70 程序出错。',
    en: 'The result is one JSON document on stdout; messages and progress go to stderr. Exit codes: 0 done, 1 refused, 2 usage, 70 a bug.',
  },
  json: { zh: '输出总是 JSON，此选项可写可不写', en: 'output is always JSON; accepted and changes nothing' },
  help: { zh: '显示用法', en: 'show how it is used' },
} as const satisfies Record<string, Text>

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

const typedAs = ({ entry, command }: Listed): string => [...entry.words, ...command.args].join(' ')

/** What the program can do. */
export function programHelp(listed: readonly Listed[], language: Language): string {
  return [
    `${words.use[language]}: liangxing ${words.command[language]} [--help] [--json]`,
    '',
    `${words.commands[language]}:`,
    ...columns(listed.map((one) => [typedAs(one), one.command.summary[language]])),
    '',
    words.contract[language],
    words.more[language],
    '',
  ].join('\n')
}

const optionAs = ({ name, kind, oneOf }: Option): string => (kind === 'flag' ? `--${name}` : `--${name} ${oneOf?.join('|') ?? '…'}`)

/** How one command is used. */
export function commandHelp(listed: Listed, language: Language): string {
  const { options, summary } = listed.command
  const rows = options.map((option): [string, string] => [optionAs(option), option.summary[language]])
  const required = options.filter((option) => option.required === true).map((option) => ` ${optionAs(option)}`)
  const rest = options.length > required.length ? ` [${words.options[language]}]` : ''
  return [
    `${words.use[language]}: liangxing ${typedAs(listed)}${required.join('')}${rest}`,
    '',
    summary[language],
    '',
    `${words.options[language]}:`,
    ...columns([...rows, ['--json', words.json[language]], ['--help', words.help[language]]]),
    '',
  ].join('\n')
}

/** The same for programs. */
export function helpDocument(listed: readonly Listed[], language: Language): unknown {
  return {
    commands: listed.map(({ entry, command }) => ({
      command: entry.words.join(' '),
      summary: command.summary[language],
      args: command.args,
      options: command.options.map(({ summary, ...option }) => ({ ...option, summary: summary[language] })),
    })),
  }
}
