// Logs tell what happened to which endpoint, never to whom: no address with parameters, no body, no cookie, no peer.

import { beforeAll, expect, test } from 'vitest'
import { loadShell } from '#ground/http/shell.ts'
import { fixtureRoot, seat, writer } from '#ground/trial/fixture/players.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { buildServer } from './server.ts'

const trial = useTrial({ root: fixtureRoot })
beforeAll(() => seat(trial))

test('a log line carries endpoint, status and time, and nothing personal', async () => {
  const lines: string[] = []
  const app = await buildServer({
    kit: trial.instance.kit,
    house: trial.house,
    hub: trial.instance.hub,
    shell: await loadShell(fixtureRoot),
    facesFolder: '/nowhere',
    publicFolder: '/nowhere',
    logLevel: 'info',
    logTo: { write: (line) => void lines.push(line) },
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const secret = '13812345678'
  const cookie = `lx-session=${writer.token}`
  await fetch(`${url}/api/v1/notes?most=5&phone=${secret}`, { headers: { cookie, 'user-agent': secret, referer: `${url}/?q=${secret}` } })
  await fetch(`${url}/api/v1/notes`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `key-${secret}` },
    body: JSON.stringify({ id: 'x', text: secret }),
  })
  await fetch(`${url}/api/v1/crash?phone=${secret}`)
  await fetch(`${url}/nothing/${secret}`)
  await app.close()
  const log = lines.filter((line) => !line.includes('Server listening')).join('')
  expect(lines.length).toBeGreaterThanOrEqual(8)
  expect(log).toContain('"endpoint":"/api/v1/notes"')
  expect(log).toContain('"status":400')
  for (const hidden of [secret, writer.token, writer.person, '127.0.0.1', 'hostname']) expect(log).not.toContain(hidden)
})
