// Words by language, and what these pages share.

import type { AnswerOf } from '#ground/http/contract.ts'
import { html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest } from '#ground/http/page.ts'
import { writtenDay } from '#ground/kernel/written-days.ts'
import type { Refused } from '#ground/kernel/result.ts'
import type { openContract } from '../../contract-open.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import type { Words } from './zh.ts'

export type Line = AnswerOf<typeof openContract.openList>['rows'][number]
export type Bulletin = AnswerOf<typeof openContract.openGet>

/** The words of the reader's language. */
export const wordsOf = ({ language }: Pick<PageRequest, 'language'>): Words => (language === 'zh' ? zh : en)

/** 2026年9月8日, or 8 September 2026. */
export function dayText({ language }: Pick<PageRequest, 'language'>, day: string): string {
  if (language === 'zh') return writtenDay(day)
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** Where a bulletin stands. */
export const bulletinPath = ({ unit, id }: Pick<Line, 'unit' | 'id'>): string => `/bulletins/${unit}/${id}`

/** What could not be found, said as a page. */
export function problemPage(request: PageRequest, { problem }: Refused): PageAnswer {
  const { missing, missingWhat, back } = wordsOf(request)
  const absent = problem.status === 400 || problem.status === 404
  const title = absent ? missing : problem.title[request.language]
  return {
    kind: 'page',
    title,
    status: absent ? 404 : problem.status,
    main: html`<h1>${title}</h1><p>${absent ? missingWhat : problem.detail[request.language]}</p><p><a href="/bulletins">${back}</a></p>`,
  }
}
