// Accepting an invitation: for whom it is, a login name if there is none yet, a password, and in.

import { html } from '#ground/http/html.ts'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import type { contract } from '../../contract.ts'
import { field, problemBox, wordsOf } from './words.ts'

type Found = AnswerOf<(typeof contract)['findInvitation']>

async function page(request: PageRequest, problem: Problem | null): Promise<PageAnswer> {
  const words = wordsOf(request).invitation
  const passwords = wordsOf(request).password
  const found = await request.call<Found>('people.findInvitation', { params: { token: request.params['token'] } })
  if (!found.ok) {
    const main = html`<h1>${words.title}</h1>${problemBox(request, found.problem)}`
    return { kind: 'page', title: words.title, closed: true, status: found.problem.status, main }
  }
  const { name, unitName, roleTitle, login, phone, expires } = found.value
  const loginHint = phone === null ? words.loginHint : `${words.loginOptional}${words.loginHint}`
  return {
    kind: 'page',
    title: words.title,
    closed: true,
    ...(problem === null ? {} : { status: problem.status }),
    main: html`<h1>${words.title}</h1>
${problemBox(request, problem)}
<p class="lead">${words.lead(name, unitName)}</p>
<dl class="facts">${roleTitle === null ? '' : html`<dt>${words.role}</dt><dd>${roleTitle}</dd>`}
<dt>${words.expires}</dt><dd>${chinaDay(Date.parse(expires))}</dd>
${login === null ? '' : html`<dt>${words.login}</dt><dd>${login}</dd>`}</dl>
<form method="post" action="${request.path}">
  ${login === null ? field({ name: 'login', label: words.login, type: 'text', complete: 'username', hint: loginHint, value: request.form['login'], optional: phone !== null }) : ''}
  ${field({ name: 'password', label: passwords.next, complete: 'new-password', hint: passwords.hint })}
  ${field({ name: 'again', label: passwords.again, complete: 'new-password' })}
  ${request.form['password'] !== request.form['again'] ? html`<p class="error" role="alert">${passwords.differ}</p>` : ''}
  <button type="submit">${words.submit}</button>
</form>`,
  }
}

export const showInvitation: PublicPage = { method: 'GET', path: '/invitation/:token', render: (request) => page(request, null) }

export const sendInvitation: PublicPage = {
  method: 'POST',
  path: '/invitation/:token',
  render: async (request) => {
    const { login, password, again } = request.form
    if (password !== again) return page(request, null)
    const accepted = await request.call('people.acceptInvitation', {
      params: { token: request.params['token'] },
      body: { password, ...(login === undefined || login === '' ? {} : { login }) },
    })
    return accepted.ok ? { kind: 'redirect', to: '/desk' } : page(request, accepted.problem)
  },
}
