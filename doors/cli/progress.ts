// Progress on stderr: one bar that moves on a terminal, a line every few seconds elsewhere.

import type { Language, Text } from '#ground/kernel/problem.ts'

export interface Progress {
  show(label: Text, done: number, total: number | null): void
  /** Ends the bar's line, so that what follows begins on one of its own. */
  end(): void
}

const barWidth = 28
const betweenFrames = 80
const betweenLines = 5_000

function bar(label: string, done: number, total: number | null): string {
  if (total === null || total <= 0) return `${label} ${done.toLocaleString('en-US')}`
  const part = Math.min(1, done / total)
  const filled = Math.round(part * barWidth)
  return `${label} [${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}] ${String(Math.floor(part * 100)).padStart(3)}%`
}

type Stream = { write(text: string): unknown; readonly isTTY?: boolean }

/** Speaks one language to one stream; `now` in milliseconds. */
export function openProgress(stream: Stream, language: Language, now: () => number): Progress {
  return stream.isTTY === true ? onTerminal(stream, language, now) : inLines(stream, language, now)
}

function onTerminal(stream: Stream, language: Language, now: () => number): Progress {
  let label = ''
  let last = 0
  return {
    show(text, done, total) {
      const isNew = text[language] !== label
      if (!isNew && done !== total && now() - last < betweenFrames) return
      stream.write(`${isNew && label !== '' ? '\n' : ''}\r\u001B[K${bar(text[language], done, total)}`)
      label = text[language]
      last = now()
    },
    end() {
      if (label !== '') stream.write('\n')
      label = ''
    },
  }
}

/** A short piece of work says nothing; a long one speaks up now and then. */
function inLines(stream: Stream, language: Language, now: () => number): Progress {
  let label = ''
  let last = 0
  return {
    show(text, done, total) {
      const isNew = text[language] !== label
      if (!isNew && now() - last < betweenLines) return
      if (!isNew) stream.write(`${bar(label, done, total)}\n`)
      label = text[language]
      last = now()
    },
    end() {
      label = ''
    },
  }
}
