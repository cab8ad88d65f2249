import { expect, test } from 'vitest'
import { createLive, type LiveEvent } from './live.ts'

/** A line that the test holds the other end of. */
class Line extends EventTarget {
  readyState = 1
  closed = false
  close(): void {
    this.closed = true
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('act', { data }))
  }
}

function setUp() {
  const lines: Line[] = []
  let now = 1000
  const live = createLive({
    open() {
      const line = new Line()
      lines.push(line)
      return line as unknown as EventSource
    },
    now: () => (now += 1),
    chance: () => 0,
  })
  const told: (LiveEvent | 'resync')[] = []
  const stop = live.listen((event) => told.push(event))
  const [line] = lines
  if (line === undefined) throw new Error('listening opens a line')
  return { live, lines, told, stop, line }
}

test('an event is told to listeners and renews "as of"', () => {
  const { live, line, told } = setUp()
  expect(live.current()).toEqual({ state: 'connecting', asOf: null })
  line.dispatchEvent(new Event('open'))
  line.say('{"id":"1","room":"units","verb":"renamed"}')
  expect(told).toMatchObject([{ room: 'units', verb: 'renamed' }])
  expect(live.current()).toMatchObject({ state: 'open', asOf: 1002 })
})

test('after a broken line everything is asked again, once', () => {
  const { live, line, told } = setUp()
  line.dispatchEvent(new Event('open'))
  expect(told).toEqual([])
  line.readyState = 0
  line.dispatchEvent(new Event('error'))
  expect(live.current().state).toBe('lost')
  line.dispatchEvent(new Event('open'))
  expect(told).toEqual(['resync'])
})

test('the server may ask for catching up itself', () => {
  const { line, told } = setUp()
  line.dispatchEvent(new MessageEvent('resync', { data: '' }))
  expect(told).toEqual(['resync'])
})

test('words that are no event do no harm', () => {
  const { line, told } = setUp()
  line.say('not json')
  line.say('{"room":7}')
  expect(told).toEqual([])
})

test('the line closes with the last listener and opens again with the next', () => {
  const { live, lines, line, stop } = setUp()
  stop()
  expect(line.closed).toBe(true)
  live.listen(() => undefined)
  expect(lines).toHaveLength(2)
})
