// The form: report first, identify last or not at all. What was typed stays when something is refused.

import { html } from '#ground/http/html.ts'
import type { Html } from '#ground/http/html.ts'
import type { PageAnswer, PageRequest, PublicPage } from '#ground/http/page.ts'
import type { Problem } from '#ground/kernel/problem.ts'
import { findChoices } from './unit-choice.ts'
import type { Choice } from './unit-choice.ts'
import { problemBox, wordsOf } from './words.ts'

const kinds = ['complaint', 'suggestion', 'correction'] as const

interface Trouble {
  readonly problem: Problem | null
  readonly unit: { readonly said: string | null; readonly choices: readonly Choice[] }
}

const noTrouble: Trouble = { problem: null, unit: { said: null, choices: [] } }

function unitField(request: PageRequest, trouble: Trouble): Html {
  const words = wordsOf(request).form
  const typed = request.form['unit'] ?? request.query['unit'] ?? ''
  const { said, choices } = trouble.unit
  return html`<div class="field">
  <label for="unit">${words.unit}</label>
  <p class="hint" id="unit-hint">${words.unitHint}</p>
  ${said === null ? '' : html`<p class="error" id="unit-error">${said}</p>`}
  <input type="text" id="unit" name="unit" maxlength="60" value="${typed}" aria-describedby="unit-hint${said === null ? '' : ' unit-error'}"${said === null ? '' : html` aria-invalid="true"`}>
  ${
    choices.length === 0
      ? ''
      : html`<fieldset><legend>${words.chooseUnit}</legend>
    ${choices.map((choice) => html`<label class="choice"><input type="radio" name="choice" value="${choice.code}"> ${choice.name}</label>`)}
  </fieldset>`
  }
</div>`
}

function page(request: PageRequest, trouble: Trouble): PageAnswer {
  const words = wordsOf(request).form
  const chosen = request.form['kind'] ?? request.query['kind'] ?? 'complaint'
  const wrong = trouble.problem !== null || trouble.unit.said !== null
  return {
    kind: 'page',
    title: wrong ? `${words.failed} · ${words.title}` : words.title,
    status: wrong ? (trouble.problem?.status ?? 422) : 200,
    main: html`<h1>${words.title}</h1>
${problemBox(request, trouble.problem)}
<p class="lead">${words.lead}</p>
<p>${words.notFor}</p>
<p class="note"><strong>${words.noSecrets}</strong></p>
<form method="post" action="/feedback">
  <input type="hidden" name="idempotencyKey" value="${request.form['idempotencyKey'] ?? request.newKey()}">
  <fieldset><legend>${words.kind}</legend>
    ${kinds.map(
      (kind) => html`<label class="choice"><input type="radio" name="kind" value="${kind}"${kind === chosen ? html` checked` : ''}>
      <span>${words.kinds[kind]} <span class="soft">${words.kindHints[kind]}</span></span></label>`,
    )}
  </fieldset>
  <div class="field">
    <label for="text">${words.text}</label>
    <p class="hint" id="text-hint">${words.textHint}</p>
    <textarea id="text" name="text" required maxlength="2000" rows="8" aria-describedby="text-hint">${request.form['text'] ?? ''}</textarea>
  </div>
  ${unitField(request, trouble)}
  <div class="field">
    <label for="contact">${words.contact}</label>
    <p class="hint" id="contact-hint">${words.contactHint} <a href="/privacy">${words.privacy}</a></p>
    <input type="text" id="contact" name="contact" maxlength="200" autocomplete="off" value="${request.form['contact'] ?? ''}" aria-describedby="contact-hint">
  </div>
  <button type="submit">${words.send}</button>
</form>`,
  }
}

async function send(request: PageRequest): Promise<PageAnswer> {
  const words = wordsOf(request).form
  const { kind, text, contact, idempotencyKey } = request.form
  const typed = (request.form['unit'] ?? '').trim()
  const found = await findChoices(request, request.form['choice'], typed)
  if (found.length === 0 && typed !== '') return page(request, { ...noTrouble, unit: { said: words.noUnitFound(typed), choices: [] } })
  if (found.length > 1) return page(request, { ...noTrouble, unit: { said: words.chooseUnit, choices: found } })
  const unit = found[0]?.code
  const sent = await request.call<{ code: string }>('feedback.file', {
    body: {
      kind,
      text,
      nonce: idempotencyKey,
      ...(unit === undefined ? {} : { unit }),
      ...(contact === undefined || contact.trim() === '' ? {} : { contact }),
    },
  })
  if (!sent.ok) return page(request, { ...noTrouble, problem: sent.problem })
  return { kind: 'redirect', to: `/feedback/sent?code=${sent.value.code}` }
}

export const showForm: PublicPage = {
  method: 'GET',
  path: '/feedback',
  menu: { order: 80, title: { zh: '投诉建议', en: 'Complaints and suggestions' } },
  render: async (request) => page(request, noTrouble),
}

export const sendForm: PublicPage = { method: 'POST', path: '/feedback', render: send }
