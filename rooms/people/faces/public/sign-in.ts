// Signing in and out with plain forms. `next` is where to go afterwards: a path of this house, whatever the address says.

import { html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { safeNext } from '../../core/next-path.ts'
import { field, problemBox, wordsOf } from './words.ts'

async function page(request: PageRequest, problem: Problem | null): Promise<PageAnswer> {
  const words = wordsOf(request).signIn
  const next = safeNext(request.form['next'] ?? request.query['next'])
  const ways = await request.call<{ singleSignOn: string | null }>('people.waysIn')
  const label = ways.ok ? ways.value.singleSignOn : null
  return {
    kind: 'page',
    title: words.title,
    closed: true,
    ...(problem === null ? {} : { status: problem.status }),
    main: html`<h1>${words.title}</h1>
${problemBox(request, problem)}
<p class="lead">${words.lead}</p>
${request.actor.id === null ? '' : html`<p class="note">${words.already} <a href="${next}">${words.goOn}</a></p>`}
<form method="post" action="/sign-in">
  <input type="hidden" name="next" value="${next}">
  ${field({ name: 'name', label: words.name, type: 'text', complete: 'username', value: request.form['name'] })}
  ${field({ name: 'password', label: words.password, complete: 'current-password' })}
  <button type="submit">${words.submit}</button>
</form>
${label === null ? '' : html`<p>${words.other} <a class="button plain" href="/sign-in/oidc?next=${encodeURIComponent(next)}">${words.singleSignOn(label)}</a></p>`}
<p class="soft">${words.forgot}</p>`,
  }
}

async function send(request: PageRequest): Promise<PageAnswer> {
  const { name, password } = request.form
  const entered = await request.call<{ mustChangePassword: boolean }>('people.signIn', { body: { name, password } })
  if (!entered.ok) return page(request, entered.problem)
  const next = safeNext(request.form['next'])
  return { kind: 'redirect', to: entered.value.mustChangePassword ? `/sign-in/password?next=${encodeURIComponent(next)}` : next }
}

export const showSignIn: PublicPage = { method: 'GET', path: '/sign-in', render: (request) => page(request, null) }
export const sendSignIn: PublicPage = { method: 'POST', path: '/sign-in', render: send }

export const showSignOut: PublicPage = {
  method: 'GET',
  path: '/sign-out',
  render: async (request) => {
    const words = wordsOf(request).signOut
    const main = html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><form method="post" action="/sign-out"><button type="submit">${words.submit}</button></form>`
    return { kind: 'page', title: words.title, closed: true, main }
  },
}

export const sendSignOut: PublicPage = {
  method: 'POST',
  path: '/sign-out',
  render: async (request) => {
    await request.call('people.signOut', {})
    return { kind: 'redirect', to: '/' }
  },
}
