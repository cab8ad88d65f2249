// Single sign-on against a real provider (npm oidc-provider) on loopback, with a browser's cookies kept by hand.

import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { caller } from '#ground/trial/caller.ts'
import { tokenIn } from '../trial.ts'

const clientId = 'liangxing'
const clientSecret = 'a secret of the trial only'
const origin = 'http://liangxing.trial'
const settings: Record<string, string> = {
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_LABEL: '演示统一认证',
  PUBLIC_ORIGIN: origin,
}
const trial = useTrial({ settings })

let server: Server
let issuer = ''
/** Who the provider says is there. */
let account = 'subject-1'

/** A provider that knows everybody, asks nothing and says who `account` is. */
function openProvider(address: string): Provider {
  return new Provider(address, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${origin}/sign-in/oidc/callback`],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: `Trial-${id}` }) }),
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for the trial'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    loadExistingGrant: async (context: { oidc: { session: { accountId: string }; client: { clientId: string }; provider: Provider } }) => {
      const grant = new context.oidc.provider.Grant({ accountId: context.oidc.session.accountId, clientId: context.oidc.client.clientId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
}

beforeAll(async () => {
  let provider: Provider | undefined
  server = createServer((request, response) => {
    if (provider === undefined) throw new Error('the provider is there before anybody asks')
    if (request.url?.startsWith('/interaction/') === true) {
      void provider.interactionFinished(request, response, { login: { accountId: account } }, { mergeWithLastSubmission: false })
    } else void provider.callback()(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider = openProvider(issuer)
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  account = 'subject-1'
  // The instance reads its settings at each request; the provider's port is known only now.
  Object.assign(trial.instance.settings, { OIDC_ISSUER: issuer, OIDC_BIND: '' })
})

interface Visit {
  readonly status: number
  readonly location: string
  readonly headers: Headers
  readonly text: string
}

/** A browser: keeps cookies per origin and follows no redirect by itself. */
function browser() {
  const jars = new Map<string, Map<string, string>>()
  return async (address: string): Promise<Visit> => {
    const url = new URL(address)
    const real = url.origin === origin ? `${trial.url}${url.pathname}${url.search}` : address
    const jar = jars.get(url.origin) ?? new Map<string, string>()
    jars.set(url.origin, jar)
    const response = await fetch(real, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location') ?? ''
    return {
      status: response.status,
      location: location === '' ? '' : new URL(location, address).href,
      headers: response.headers,
      text: await response.text(),
    }
  }
}

type Go = ReturnType<typeof browser>

/** From our page through the provider back to our callback's address. */
async function throughProvider(go: Go, next = '/desk/units'): Promise<string> {
  let visit = await go(`${origin}/sign-in/oidc?next=${encodeURIComponent(next)}`)
  for (let step = 0; step < 10 && !visit.location.startsWith(`${origin}/sign-in/oidc/callback`); step += 1) {
    expect(visit.location, visit.text).not.toBe('')
    visit = await go(visit.location)
  }
  return visit.location
}

describe('single sign-on', () => {
  it('is offered on the sign-in page', async () => {
    expect((await trial.as('nobody').call('people.waysIn')).body).toEqual({ singleSignOn: '演示统一认证' })
    expect(await (await trial.as('nobody').fetch('/sign-in')).text()).toContain('用演示统一认证登录')
  })

  it('somebody the provider knows but nobody bound stays outside', async () => {
    const go = browser()
    const back = await go(await throughProvider(go))
    expect(back.status).toBe(403)
    expect(back.text).toContain('统一认证账号还没有对应到人')
    expect(tokenIn(back.headers)).toBeNull()
  })

  it('once bound, the person gets in and goes where wanted', async () => {
    expect(
      (await trial.as('officer').call('people.bindIdentity', { params: { id: cast.secretary.id }, body: { subject: 'subject-1' } })).status,
    ).toBe(200)
    const go = browser()
    const back = await go(await throughProvider(go))
    expect([back.status, back.location]).toEqual([303, `${origin}/desk/units`])
    const me = await caller(trial.url, trial.house, tokenIn(back.headers)).call('people.me')
    expect(me.body).toMatchObject({ person: { id: cast.secretary.id }, signedInBy: 'oidc', acting: { role: 'secretary' } })
  })

  it('one provider account stands for one person', async () => {
    expect(
      (await trial.as('officer').call('people.bindIdentity', { params: { id: cast.gridWorker.id }, body: { subject: 'subject-1' } }))
        .status,
    ).toBe(409)
  })

  it('a login name is believed only when the operator says so', async () => {
    account = 'judge'
    const outside = browser()
    expect((await outside(await throughProvider(outside))).status).toBe(403)
    Object.assign(trial.instance.settings, { OIDC_BIND: 'login' })
    const inside = browser()
    const back = await inside(await throughProvider(inside))
    expect(back.status).toBe(303)
    expect((await caller(trial.url, trial.house, tokenIn(back.headers)).call('people.me')).body).toMatchObject({
      person: { id: cast.judge.id },
    })
  })

  it('an answer carried to another browser, changed, used twice or late is worth nothing', async () => {
    const go = browser()
    const address = await throughProvider(go)
    expect((await browser()(address)).text).toContain('这次认证已过期')
    const changed = new URL(address)
    changed.searchParams.set('state', 'another')
    expect((await go(changed.href)).status).toBe(502)
    expect((await go(address)).status).toBe(400)
    const late = browser()
    const lateAddress = await throughProvider(late)
    trial.clock.advance(601_000)
    expect((await late(lateAddress)).status).toBe(400)
  })

  it('never leads to another site afterwards', async () => {
    const go = browser()
    expect((await go(await throughProvider(go, 'https://evil.example/'))).location).toBe(`${origin}/desk`)
  })

  it('a locked account stays outside', async () => {
    await trial.as('officer').call('people.lock', { params: { id: cast.secretary.id }, body: { reason: '调离' } })
    const go = browser()
    expect((await go(await throughProvider(go))).text).toContain('账号已停用')
  })

  it('a provider that is away is said to be, and passwords still work', async () => {
    Object.assign(trial.instance.settings, { OIDC_ISSUER: 'http://127.0.0.1:9' })
    const go = browser()
    const visit = await go(`${origin}/sign-in/oidc`)
    expect(visit.status).toBe(502)
    expect(visit.text).toContain('统一认证没有完成')
  })

  it('without the setting there is no such door', async () => {
    Object.assign(trial.instance.settings, { OIDC_ISSUER: '' })
    expect((await trial.as('nobody').call('people.startSingleSignOn', { body: {} })).body).toMatchObject({ code: 2120 })
    expect(await (await trial.as('nobody').fetch('/sign-in')).text()).not.toContain('统一认证登录')
  })
})
