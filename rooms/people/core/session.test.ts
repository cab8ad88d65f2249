import { expect, it } from 'vitest'
import { agentFamily, sessionEnd } from './session.ts'

it('a session ends by itself after a week, or when the operator says', () => {
  const day = 86_400_000
  expect(sessionEnd(0, undefined)).toBe(7 * day)
  expect(sessionEnd(0, '1')).toBe(day)
  for (const odd of ['0', '31', '1.5', 'soon', '']) expect(sessionEnd(0, odd)).toBe(7 * day)
})

it('of the browser only the family is kept', () => {
  expect(
    agentFamily('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'),
  ).toBe('Chrome · Windows')
  expect(agentFamily('Mozilla/5.0 (Linux; Android 14; HarmonyOS) Mobile MicroMessenger/8.0')).toBe('WeChat · HarmonyOS')
  expect(agentFamily('curl/8.0')).toBe('')
})
