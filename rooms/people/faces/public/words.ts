// Words by language and the markup that the pages of the door share.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest } from '#ground/http/page.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { en } from './en.ts'
import type { Words } from './zh.ts'
import { zh } from './zh.ts'

/** The words of the reader's language. */
export function wordsOf(request: PageRequest): Words {
  return request.language === 'zh' ? zh : en
}

/** A refusal at the head of a form. */
export function problemBox(request: PageRequest, problem: Problem | null): Html | null {
  if (problem === null) return null
  const { language } = request
  return html`<div class="problem" role="alert"><h2>${problem.title[language]}</h2><p>${problem.detail[language]}</p></div>`
}

/** A labelled field of text; passwords are never given back to the page. */
export function field(given: {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'password'
  readonly complete: 'username' | 'current-password' | 'new-password'
  readonly value?: string | undefined
  readonly hint?: string | undefined
  readonly optional?: boolean
}): Html {
  const { name, label, type = 'password', complete, value, hint, optional } = given
  return html`<div class="field"><label for="${name}">${label}</label>
  ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  <input type="${type}" id="${name}" name="${name}" maxlength="${type === 'password' ? 512 : 80}" autocomplete="${complete}" autocapitalize="none" spellcheck="false"${value === undefined ? '' : html` value="${value}"`}${hint === undefined ? '' : html` aria-describedby="${name}-hint"`}${optional === true ? '' : html` required`}></div>`
}
