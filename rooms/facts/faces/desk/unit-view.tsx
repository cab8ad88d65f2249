// Everything that is known of one village or community, as its own people see it: what it states itself, what forms it is
// asked for, what others have stated of it, and the way to object.

import { levelOf } from '#ground/kernel/code.ts'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import type { ReactNode } from 'react'
import { periodText } from '../../core/period.ts'
import { levelNames } from '../../core/record-words.ts'
import { statedText } from '../../core/value.ts'
import { CasePanel } from './case-panel.tsx'
import { CertificatePanel } from './certificate-panel.tsx'
import { DoubtTag } from './doubts-view.tsx'
import { DoubtVerb } from './doubt-verb.tsx'
import { FactPanel } from './fact-panel.tsx'
import type { UnitSheet } from './facts-client.ts'
import { facts, keyOf } from './facts-client.ts'
import { ReviewPanel } from './review-panel.tsx'
import { typeText, untilText } from './record-texts.ts'
import { StatePanel } from './state-panel.tsx'
import { ToFill } from './to-fill.tsx'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'

interface LinesProps {
  readonly title: string
  readonly head: readonly string[]
  readonly none: string
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

function Lines({ title, head, none, rows }: LinesProps) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="lx-quiet">{none}</p>
      ) : (
        <div className="lx-table-box">
          <table aria-label={title}>
            <thead>
              <tr>
                {head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [first, ...others] }) => (
                <tr key={key}>
                  <th scope="row">{first}</th>
                  {others.map((cell, index) => (
                    // Cells stand in the order of the head.
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function RowLink({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="lx-row-link" onClick={onOpen}>
      {text}
    </button>
  )
}

function SheetLines({ sheet, onOpen }: { readonly sheet: UnitSheet; readonly onOpen: (key: string) => void }) {
  const text = useWords(words)
  const say = useText()
  const format = useFormat()
  const definitions = new Map(sheet.definitions.map((definition) => [definition.id, definition]))
  return (
    <>
      <Lines
        title={text.views.facts}
        head={[text.datum, text.period, text.value, text.source, text.voucher, text.doubt]}
        none={text.factsEmpty}
        rows={sheet.facts.map((fact) => {
          const definition = definitions.get(fact.definition)
          return {
            key: fact.id,
            cells: [
              <RowLink key="open" text={definition?.name ?? fact.definition} onOpen={() => onOpen(keyOf(fact))} />,
              say(periodText(definition?.period ?? 'day', fact.from)),
              say(statedText(fact.stated, definition)),
              fact.source,
              fact.voucher || text.none,
              <DoubtVerb key="doubt" kind="fact" record={fact} />,
            ],
          }
        })}
      />
      <Lines
        title={text.certificates}
        head={[text.certificateName, text.level, text.issuer, text.from, text.to, text.doubt]}
        none={text.certificatesNone}
        rows={sheet.certificates.map((one) => ({
          key: one.id,
          cells: [
            <RowLink key="open" text={one.name} onOpen={() => onOpen(keyOf(one))} />,
            say(levelNames[one.level]),
            one.issuer,
            one.from,
            untilText(one, text),
            <DoubtVerb key="doubt" kind="certificate" record={one} />,
          ],
        }))}
      />
      <Lines
        title={text.cases}
        head={[text.type, text.on, text.decidedBy, text.basis, text.standing, text.doubt]}
        none={text.casesNone}
        rows={sheet.cases.map((one) => ({
          key: one.id,
          cells: [
            <RowLink key="open" text={typeText(one.type, say)} onOpen={() => onOpen(keyOf(one))} />,
            one.on,
            one.decidedBy,
            one.basis,
            one.upheld ? text.upheld : text.overturned,
            <DoubtVerb key="doubt" kind="case" record={one} />,
          ],
        }))}
      />
      <Lines
        title={text.reviews}
        head={[text.criterion, text.result, text.reviewer, text.reviewedOn, text.reason, text.doubt]}
        none={text.reviewsNone}
        rows={sheet.reviews.map((one) => ({
          key: one.id,
          cells: [
            <RowLink key="open" text={one.criterion} onOpen={() => onOpen(keyOf(one))} />,
            text.results[one.result],
            one.by,
            one.on,
            one.reason || text.none,
            <DoubtVerb key="doubt" kind="review" record={one} />,
          ],
        }))}
      />
      {sheet.doubts.length === 0 ? null : (
        <Lines
          title={text.doubtsTitle}
          head={[text.reason, text.about, text.askedOn, text.answer]}
          none={text.doubtsEmpty}
          rows={sheet.doubts.map((one) => ({
            key: one.id,
            cells: [
              one.reason,
              text.kinds[one.kind],
              format.day(one.askedOn),
              <span key="answer">
                <DoubtTag doubt={one} /> {one.answer}
              </span>,
            ],
          }))}
        />
      )}
    </>
  )
}

export function UnitView() {
  const text = useWords(words)
  const { code, name } = useUnit()
  const [address, setAddress] = useAddress()
  const isVillage = levelOf(code) >= 5
  const asked = useAnswer(facts, 'unitSheet', isVillage ? { params: { unit: code.slice(0, 12) } } : null)
  const sheet = asked.data
  const open = address['open'] ?? ''
  const close = (): void => setAddress({ open: null })
  const fact = sheet?.facts.find((one) => keyOf(one) === open)
  const certificate = sheet?.certificates.find((one) => keyOf(one) === open)
  const upheldCase = sheet?.cases.find((one) => keyOf(one) === open)
  const review = sheet?.reviews.find((one) => keyOf(one) === open)
  const stating = open.startsWith('state:') ? open.slice('state:'.length) : null
  const show = (next: { readonly unit: { readonly code: string }; readonly id: string }): void => setAddress({ open: keyOf(next) })
  const living = sheet?.definitions.filter(({ retiredOn }) => retiredOn === null) ?? []
  const panel =
    stating !== null && sheet !== undefined ? (
      <StatePanel key={open} definitions={living} chosen={stating} onClose={close} onDone={show} />
    ) : certificate !== undefined ? (
      <CertificatePanel key={open} certificate={certificate} onClose={close} onDone={show} />
    ) : upheldCase !== undefined ? (
      <CasePanel key={open} upheldCase={upheldCase} onClose={close} onDone={show} />
    ) : review !== undefined ? (
      <ReviewPanel key={open} review={review} onClose={close} onDone={show} />
    ) : fact === undefined ? null : (
      <FactPanel
        key={open}
        fact={fact}
        definition={sheet?.definitions.find(({ id }) => id === fact.definition)}
        onClose={close}
        onDone={show}
      />
    )
  return (
    <PageFrame title={isVillage ? text.unitTitle(sheet?.unit.name ?? name) : text.title} lead={text.unitLead} period="today" panel={panel}>
      <ViewChoice value="unit" />
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {isVillage ? null : <EmptyState title={text.chooseVillage} next={text.chooseVillageNext} />}
      {sheet === undefined ? null : (
        <>
          <ToFill sheet={sheet} onState={(definition) => setAddress({ open: `state:${definition}` })} />
          <SheetLines sheet={sheet} onOpen={(key) => setAddress({ open: key })} />
        </>
      )}
    </PageFrame>
  )
}
