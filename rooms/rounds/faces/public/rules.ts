// The rules of a round in plain words: what is scored, by whom, and how a total comes about.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import { exact, multiply, sum, toPlain } from '#ground/kernel/exact.ts'
import { scrolling } from './words.ts'
import type { Round } from './words.ts'
import type { Words } from './zh.ts'

type Rules = Round['rules']

const percent = (weight: string): string => `${toPlain(multiply(exact(weight), exact(100)))}%`

/** How a component is called. */
export const componentTitle = (rules: Rules, id: string): string => rules.components.find((one) => one.id === id)?.title ?? id

/** How a panel is called. */
export const panelTitle = (rules: Rules, id: string): string => rules.panels.find((one) => one.id === id)?.title ?? id

function components({ rules: text }: Words, rules: Rules): Html {
  const row = ({ title, weight, seconds }: Rules['components'][number]): Html =>
    html`<tr><td>${title}</td><td>${percent(weight)}</td><td>${text.seconds(Math.floor(seconds / 60), seconds % 60)}</td></tr>`
  return scrolling(
    text.components,
    html`<table><caption>${text.components}</caption><thead><tr><th scope="col">${text.component}</th><th scope="col">${text.weight}</th><th scope="col">${text.time}</th></tr></thead><tbody>${rules.components.map(row)}</tbody></table>`,
  )
}

function sheet({ rules: text }: Words, title: string, criteria: Rules['sheets'][string]): Html {
  const label = text.sheet(title, toPlain(sum(criteria.map(({ max }) => exact(max)))))
  const row = (one: (typeof criteria)[number]): Html =>
    html`<tr><td>${one.title}</td><td>${one.hint}</td><td>${one.max}</td><td>${one.step}</td></tr>`
  return scrolling(
    label,
    html`<table><caption>${label}</caption><thead><tr><th scope="col">${text.criterion}</th><th scope="col">${text.what}</th><th scope="col">${text.max}</th><th scope="col">${text.step}</th></tr></thead><tbody>${criteria.map(row)}</tbody></table>`,
  )
}

function panels({ rules: text }: Words, rules: Rules): Html {
  const row = ({ title, weight }: Rules['panels'][number]): Html => html`<tr><td>${title}</td><td>${percent(weight)}</td></tr>`
  return scrolling(
    text.panels,
    html`<table><caption>${text.panels}</caption><thead><tr><th scope="col">${text.panel}</th><th scope="col">${text.weight}</th></tr></thead><tbody>${rules.panels.map(row)}</tbody></table>`,
  )
}

function aggregate({ rules: text }: Words, { aggregate: how }: Rules): string {
  if (how.kind === 'mean') return text.mean
  return how.kind === 'median' ? text.median : text.trimmed(how.dropHigh, how.dropLow, how.minJudges)
}

function ties({ rules: text }: Words, rules: Rules): string {
  const named = rules.ties.map((tie) => {
    const [kind, rest = ''] = tie.split(':')
    if (kind === 'component') return text.tieComponent(componentTitle(rules, rest))
    const [component = '', criterion = ''] = rest.split('/')
    if (kind === 'criterion') return text.tieCriterion(rules.sheets[component]?.find(({ id }) => id === criterion)?.title ?? rest)
    return text.tieAdjustment
  })
  return named.length === 0 ? text.noTies : text.ties(named.join(text.thenBy))
}

/** Every rule that decides, as tables and sentences. */
export function rulesInWords(words: Words, rules: Rules): Html {
  const { rules: text } = words
  const sentences = [
    text.sum,
    aggregate(words, rules),
    text.weights,
    rules.components.length === 1 ? text.oneComponent : text.total,
    text.cap(rules.bonusCap),
    text.rounding(rules.decimals),
    ties(words, rules),
    text.bands(rules.bands.advanced, rules.bands.good),
    text.recused,
  ]
  return html`${rules.components.length === 1 ? '' : components(words, rules)}
${rules.components.map(({ id, title }) => sheet(words, title, rules.sheets[id] ?? []))}
${panels(words, rules)}
<h3>${text.method}</h3>
<ol>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ol>
${rules.template?.pack.startsWith('sample/') === true ? html`<p class="soft">${text.template}</p>` : ''}`
}
