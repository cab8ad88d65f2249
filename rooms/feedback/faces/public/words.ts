// Words of the public pages by language, and the small pieces of markup that several pages share.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageRequest } from '#ground/http/page.ts'
import type { Day } from '#ground/kernel/clock.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { en } from './en.ts'
import type { Words } from './zh.ts'
import { zh } from './zh.ts'

/** The words of the reader's language. */
export function wordsOf(request: PageRequest): Words {
  return request.language === 'zh' ? zh : en
}

/** 2026年9月8日, or 8 September 2026. */
export function dayText(request: PageRequest, day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  if (request.language === 'zh') return `${year}年${month}月${date}日`
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** A refusal at the head of a form: what happened, what was kept, what to do. */
export function problemBox(request: PageRequest, problem: Problem | null): Html | null {
  if (problem === null) return null
  return html`<div class="problem" role="alert">
    <h2>${problem.title[request.language]}</h2>
    <p>${problem.detail[request.language]}</p>
    ${problem.errors.length === 0 ? '' : html`<ul>${problem.errors.map((error) => html`<li>${error.detail[request.language]}</li>`)}</ul>`}
  </div>`
}
