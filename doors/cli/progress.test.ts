import { expect, test } from 'vitest'
import { openProgress } from './progress.ts'

const label = { zh: '备份', en: 'Backup' }

function rehearsal(isTTY: boolean) {
  let time = 0
  const written: string[] = []
  const progress = openProgress({ write: (text) => written.push(text), isTTY }, 'en', () => time)
  return { written, progress, pass: (ms: number) => (time += ms) }
}

test('on a terminal a bar moves on one line and ends it', () => {
  const { written, progress, pass } = rehearsal(true)
  progress.show(label, 0, 4)
  progress.show(label, 1, 4)
  pass(100)
  progress.show(label, 2, 4)
  progress.show(label, 4, 4)
  progress.end()
  expect(written.map((text) => text.replace(/[^\d%\n]/g, ''))).toEqual(
    ['0%', '50%', '100%', '\n'].map((text, index) => (index < 3 ? expect.stringContaining(text) : text)),
  )
})

test('elsewhere short work is silent and long work says a line every five seconds', () => {
  const { written, progress, pass } = rehearsal(false)
  progress.show(label, 0, 100)
  pass(4_000)
  progress.show(label, 40, 100)
  expect(written).toEqual([])
  pass(2_000)
  progress.show(label, 60, 100)
  progress.show(label, 61, 100)
  expect(written).toHaveLength(1)
  expect(written[0]).toMatch(/^Backup .*60%\n$/)
})
