// Going to the single sign-on provider and coming back; refusals are shown as a page with the way to sign in otherwise.

import { html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { problemBox, wordsOf } from './words.ts'

function refused(request: PageRequest, problem: Problem): PageAnswer {
  const words = wordsOf(request).signIn
  const main = html`<h1>${words.title}</h1>${problemBox(request, problem)}<p><a class="button plain" href="/sign-in">${words.submit}</a></p>`
  return { kind: 'page', title: words.title, closed: true, status: problem.status, main }
}

export const goToProvider: PublicPage = {
  method: 'GET',
  path: '/sign-in/oidc',
  render: async (request) => {
    const { next } = request.query
    const started = await request.call<{ to: string }>('people.startSingleSignOn', { body: next === undefined ? {} : { next } })
    return started.ok ? { kind: 'redirect', to: started.value.to, outside: true } : refused(request, started.problem)
  },
}

export const comeBack: PublicPage = {
  method: 'GET',
  path: '/sign-in/oidc/callback',
  render: async (request) => {
    const finished = await request.call<{ next: string }>('people.finishSingleSignOn', { body: { parameters: request.query } })
    return finished.ok ? { kind: 'redirect', to: finished.value.next } : refused(request, finished.problem)
  },
}
