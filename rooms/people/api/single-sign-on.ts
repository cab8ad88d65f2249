// Single sign-on with OpenID Connect: authorisation code, PKCE, state and nonce, by the certified openid-client.
// What must be remembered between going and coming back travels in a sealed cookie, so no table holds half a sign-in.
// Settings: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_LABEL, PUBLIC_ORIGIN (this instance's own address) and
// OIDC_BIND=login when the provider's preferred_username is to be believed as a login name here.

import * as oidc from 'openid-client'
import type { Handlers } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { contract } from '../contract.ts'
import { foldLogin } from '../core/contact.ts'
import { safeNext } from '../core/next-path.ts'
import { findByIdentity, findByName } from '../data/door.ts'
import { problems } from '../problems.ts'
import { beginSession } from './sessions.ts'

type Room = Handlers<typeof contract>
type Settings = Readonly<Record<string, string | undefined>>

const flowCookie = 'lx-oidc'
const flowContext = 'people.oidc'
const flowSeconds = 600
const keepMs = 3_600_000

interface Flow {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly next: string
  readonly until: number
}

interface Provider {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  readonly back: string
}

/** What the sign-in page calls the provider; null when there is none. */
export function singleSignOnLabel(settings: Settings): string | null {
  return providerIn(settings) === null ? null : (settings['OIDC_LABEL'] ?? '统一身份认证')
}

/** The provider's issuer as it stands in bindings; null when there is none. */
export function issuerIn(settings: Settings): string | null {
  return providerIn(settings)?.issuer ?? null
}

function providerIn(settings: Settings): Provider | null {
  const issuer = settings['OIDC_ISSUER']
  const client = settings['OIDC_CLIENT_ID']
  const origin = settings['PUBLIC_ORIGIN']
  if (!issuer || !client || !origin) return null
  return { issuer, client, secret: settings['OIDC_CLIENT_SECRET'] ?? '', back: new URL('/sign-in/oidc/callback', origin).href }
}

const isLoopback = (address: URL): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname)

const known = new Map<string, { readonly until: number; readonly configuration: Promise<oidc.Configuration> }>()

function configurationOf(provider: Provider): Promise<oidc.Configuration> {
  const key = [provider.issuer, provider.client, provider.secret].join('\n')
  const kept = known.get(key)
  if (kept !== undefined && kept.until > performance.now()) return kept.configuration
  const issuer = new URL(provider.issuer)
  const plain = issuer.protocol === 'http:' && isLoopback(issuer)
  const authentication = provider.secret === '' ? oidc.None() : oidc.ClientSecretBasic(provider.secret)
  const configuration = oidc
    .discovery(issuer, provider.client, undefined, authentication, {
      timeout: 10,
      execute: [oidc.enableNonRepudiationChecks, ...(plain ? [oidc.allowInsecureRequests] : [])],
    })
    .catch((error: unknown) => {
      known.delete(key)
      throw error
    })
  known.set(key, { until: performance.now() + keepMs, configuration })
  return configuration
}

export const startSingleSignOn: Room['startSingleSignOn'] = async (request) => {
  const provider = providerIn(request.settings)
  if (provider === null) return refuse(problems.noSingleSignOn())
  let configuration: oidc.Configuration
  try {
    configuration = await configurationOf(provider)
  } catch {
    return refuse(problems.singleSignOnFailed())
  }
  const flow: Flow = {
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    next: safeNext(request.body.next),
    until: request.clock.now() + flowSeconds * 1000,
  }
  const to = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: provider.back,
    scope: request.settings['OIDC_BIND'] === 'login' ? 'openid profile' : 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
  })
  request.wire.setCookie(flowCookie, request.vault.encrypt(JSON.stringify(flow), flowContext), flowSeconds)
  return ok({ to: to.href })
}

function openFlow(sealed: string | undefined, open: (text: string) => string): Flow | null {
  if (sealed === undefined) return null
  try {
    return JSON.parse(open(sealed)) as Flow
  } catch {
    return null
  }
}

export const finishSingleSignOn: Room['finishSingleSignOn'] = async (request) => {
  const { settings, vault, wire } = request
  const provider = providerIn(settings)
  if (provider === null) return refuse(problems.noSingleSignOn())
  const flow = openFlow(wire.cookie(flowCookie), (text) => vault.decrypt(text, flowContext))
  if (flow === null || flow.until <= request.clock.now()) return refuse(problems.singleSignOnExpired())
  wire.clearCookie(flowCookie)
  const back = new URL(provider.back)
  back.search = new URLSearchParams(request.body.parameters).toString()
  let claims: oidc.IDToken | undefined
  try {
    const configuration = await configurationOf(provider)
    const checks = { pkceCodeVerifier: flow.verifier, expectedState: flow.state, expectedNonce: flow.nonce, idTokenExpected: true }
    const tokens = await oidc.authorizationCodeGrant(configuration, back, checks)
    claims = tokens.claims()
  } catch {
    return refuse(problems.singleSignOnFailed())
  }
  if (claims === undefined) return refuse(problems.singleSignOnFailed())
  const { iss, sub, preferred_username: preferred } = claims
  const login = settings['OIDC_BIND'] === 'login' && typeof preferred === 'string' ? foldLogin(preferred) : null
  const account = await request.gate(
    async (db) => (await findByIdentity(db, iss, sub)) ?? (login === null ? undefined : findByName(db, login, null)),
  )
  if (account === undefined) return refuse(problems.notBound())
  if (account.state !== 'active') return refuse(problems.accountLocked())
  await beginSession(request, account.id, 'oidc')
  return ok({ next: flow.next })
}
