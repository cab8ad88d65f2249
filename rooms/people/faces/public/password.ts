// Setting one's own password after an initial one, without script. The desk's page on one's own account does the same later.

import { html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import { safeNext } from '../../core/next-path.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { field, problemBox, wordsOf } from './words.ts'

function page(request: PageRequest, trouble: { readonly problem: Problem | null; readonly differ?: boolean }): PageAnswer {
  const words = wordsOf(request).password
  const next = safeNext(request.form['next'] ?? request.query['next'])
  if (request.actor.id === null) return { kind: 'redirect', to: `/sign-in?next=${encodeURIComponent(next)}` }
  return {
    kind: 'page',
    title: words.title,
    closed: true,
    ...(trouble.problem !== null ? { status: trouble.problem.status } : trouble.differ === true ? { status: 422 } : {}),
    main: html`<h1>${words.title}</h1>
${problemBox(request, trouble.problem)}
${trouble.differ === true ? html`<div class="problem" role="alert"><p>${words.differ}</p></div>` : ''}
${request.actor.role === null ? html`<p class="lead">${words.firstTime}</p>` : ''}
<form method="post" action="/sign-in/password">
  <input type="hidden" name="next" value="${next}">
  ${field({ name: 'current', label: words.current, complete: 'current-password' })}
  ${field({ name: 'password', label: words.next, complete: 'new-password', hint: words.hint })}
  ${field({ name: 'again', label: words.again, complete: 'new-password' })}
  <button type="submit">${words.submit}</button>
</form>`,
  }
}

export const showPassword: PublicPage = {
  method: 'GET',
  path: '/sign-in/password',
  render: async (request) => page(request, { problem: null }),
}

export const sendPassword: PublicPage = {
  method: 'POST',
  path: '/sign-in/password',
  render: async (request) => {
    const { current, password, again, next } = request.form
    if (password !== again) return page(request, { problem: null, differ: true })
    const changed = await request.call('people.changePassword', { body: { current, next: password } })
    return changed.ok ? { kind: 'redirect', to: safeNext(next) } : page(request, changed)
  },
}
