// Words by language, and the small pieces of markup and text that the pages of rounds share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest } from '#ground/http/page.ts'
import type { Refused } from '#ground/kernel/result.ts'
import type { drawsContract } from '../../contract-draws.ts'
import type { publicContract } from '../../contract-public.ts'
import type { State } from '../../core/state.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'

export type Row = AnswerOf<typeof publicContract.announced>['rows'][number]
export type Round = AnswerOf<typeof publicContract.published>
export type Publication = Round['publications'][number]
export type Draw = AnswerOf<typeof drawsContract.draws>['draws'][number]

/** The words of the reader's language. */
export const wordsOf = (request: PageRequest): Words => (request.language === 'zh' ? zh : en)

/** 2026年9月8日, or 8 September 2026. */
export function dayText({ language }: Pick<PageRequest, 'language'>, day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (language === 'zh') return `${year}年${month}月${date}日`
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** The same with the minute, on China's clocks. */
export function timeText(request: Pick<PageRequest, 'language'>, at: string): string {
  const there = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${dayText(request, there.slice(0, 10))} ${there.slice(11, 16)}`
}

/** 2026年第3季度 */
export const quarterText = (words: Words, quarter: string): string => words.quarter(quarter.slice(0, 4), quarter.slice(6))

const shapes = { waiting: '○', attention: '▲', done: '●', late: '■' } as const

/** A state by word, shape and colour. */
export const mark = (kind: keyof typeof shapes, word: string): Html =>
  html`<span class="state state-${kind}"><span aria-hidden="true">${shapes[kind]}</span> ${word}</span>`

const kindOf = (state: State): keyof typeof shapes => {
  if (state === 'fixed' || state === 'planned') return 'waiting'
  if (state === 'published' || state === 'closed') return 'done'
  return state === 'cancelled' ? 'late' : 'attention'
}

/** The state of a round. */
export const stateMark = (words: Words, state: State): Html => mark(kindOf(state), words.states[state])

/** Where a round stands. */
export const roundPath = ({ unit, id }: Pick<Round, 'unit' | 'id'>): string => `/rounds/${unit}/${id}`

/** A table that scrolls by itself where the screen is narrow. */
export const scrolling = (label: string, table: Html): Html =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`

/** What could not be found, said as a page; an address that can be none is not there either. */
export function problemPage(request: PageRequest, { problem }: Refused): PageAnswer {
  const { missing, missingWhat, back } = wordsOf(request).round
  const absent = problem.status === 400 || problem.status === 404
  const title = absent ? missing : problem.title[request.language]
  return {
    kind: 'page',
    title,
    status: absent ? 404 : problem.status,
    main: html`<h1>${title}</h1><p>${absent ? missingWhat : problem.detail[request.language]}</p><p><a href="/rounds">${back}</a></p>`,
  }
}
