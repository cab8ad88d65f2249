// Words by language, and the small pieces of markup and text that these pages share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest } from '#ground/http/page.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import type { Refused } from '#ground/kernel/result.ts'
import type { openContract } from '../../contract-open.ts'
import type { publicStarsContract } from '../../contract-public.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'

export type Cycle = AnswerOf<typeof openContract.announced>['rows'][number]
export type Aims = AnswerOf<typeof openContract.aims>
export type Publicity = AnswerOf<typeof openContract.publicity>
export type Held = AnswerOf<typeof publicStarsContract.plaque>
export type Objection = AnswerOf<typeof publicStarsContract.followObjection>
export type Sample = AnswerOf<typeof publicStarsContract.samples>['rows'][number]

/** The words of the reader's language. */
export const wordsOf = (request: PageRequest): Words => (request.language === 'zh' ? zh : en)

/** 2026年9月8日, or 8 September 2026. */
export function dayText({ language }: Pick<PageRequest, 'language'>, day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月${date}日`
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

const shapes = { waiting: '○', attention: '▲', done: '●', late: '■' } as const

/** A state by word, shape and colour. */
export const mark = (kind: keyof typeof shapes, word: string): Html =>
  html`<span class="state state-${kind}"><span aria-hidden="true">${shapes[kind]}</span> ${word}</span>`

/** A table that scrolls by itself where the screen is narrow. */
export const scrolling = (label: string, table: Html): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`

/** Where a publicity stands. */
export const publicityPath = ({ unit, id }: Pick<Publicity, 'unit' | 'id'>): string => `/stars/publicity/${unit}/${id}`

/** A refusal at the head of a form: what happened, what was kept, what to do. */
export function problemBox(request: PageRequest, problem: Problem | null): Html | null {
  if (problem === null) return null
  const { language } = request
  return html`<div class="problem" role="alert">
  <h2>${problem.title[language]}</h2>
  <p>${problem.detail[language]}</p>
  ${problem.errors.length === 0 ? '' : html`<ul>${problem.errors.map((error) => html`<li>${error.detail[language]}</li>`)}</ul>`}
</div>`
}

/** What could not be found, said as a page; an address that can be none is not there either. */
export function problemPage(request: PageRequest, { problem }: Refused): PageAnswer {
  const { missing, missingWhat, back } = wordsOf(request)
  const absent = problem.status === 400 || problem.status === 404
  const title = absent ? missing : problem.title[request.language]
  return {
    kind: 'page',
    title,
    status: absent ? 404 : problem.status,
    main: html`<h1>${title}</h1><p>${absent ? missingWhat : problem.detail[request.language]}</p><p><a href="/stars">${back}</a></p>`,
  }
}
