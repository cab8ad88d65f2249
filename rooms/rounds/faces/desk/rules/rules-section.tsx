// 规则: written from a template, checked while one types, fixed and published; afterwards only corrected, with a reason.

import { Button, Select } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { SavedMark } from '#ground/ui/desk/form-page.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { useEdited } from '../edited.ts'
import { Notices } from '../notices.tsx'
import { at, type OfRound, type Round, rounds, type Rules } from '../rounds.ts'
import { faultsOf } from './faults.ts'
import { RulesEditor } from './rules-editor.tsx'
import { RulesView } from './rules-view.tsx'
import { words } from './words.ts'

/** As the contract keeps them: without blanks around names. */
const trimmed = (rules: Rules): Rules => ({
  ...rules,
  components: rules.components.map((each) => ({ ...each, title: each.title.trim() })),
  panels: rules.panels.map((each) => ({ ...each, title: each.title.trim() })),
  sheets: Object.fromEntries(
    Object.entries(rules.sheets).map(([id, criteria]) => [
      id,
      criteria.map((each) => ({ ...each, title: each.title.trim(), hint: each.hint.trim() })),
    ]),
  ),
})

function TemplateChoice({ take }: { readonly take: (rules: Rules) => void }) {
  const text = useWords(words)
  const asked = useAnswer(rounds, 'templates')
  const [id, setId] = useState('T1')
  const template = asked.data?.templates.find((each) => each.id === id)
  return (
    <div className="lx-scope">
      <Select
        aria-label={text.template}
        value={id}
        options={(asked.data?.templates ?? []).map((each) => ({ value: each.id, label: each.title }))}
        onChange={setId}
        popupMatchSelectWidth={false}
      />
      <Act
        label={text.useTemplate}
        explain={template?.note ?? text.useTemplateExplain}
        verb={{ problem: null }}
        disabled={template === undefined}
        run={async () => {
          if (template !== undefined) take({ ...template.rules, template: { pack: 'sample/rounds', id } })
          return true
        }}
      >
        <p>{text.useTemplateExplain}</p>
      </Act>
    </div>
  )
}

function Writing({ round, can, done }: OfRound & { readonly done: () => void }) {
  const text = useWords(words)
  const say = useText()
  const edited = useEdited(`rounds-rules:${round.id}`, round.rules)
  const save = useVerb(rounds, 'setRules')
  const fix = useVerb(rounds, 'fixRules')
  const change = useVerb(rounds, 'changeRules', { onDone: done })
  const faults = faultsOf(edited.value)
  const verb = can('setRules') ? save : change
  const errorAt = (path: string): string | undefined => {
    const local = faults.get(path)
    return local === undefined ? verb.errorAt(path) : say(local)
  }
  const send = (): void => {
    const rules = trimmed(edited.value)
    edited.set(rules)
    void save.run({ params: at(round), body: { rules } })
  }
  const blocked =
    faults.size > 0 ? text.mendFirst : edited.changed ? text.saveFirst : round.parts.length === 0 ? text.fixBlocked : undefined
  return (
    <>
      <TemplateChoice take={edited.set} />
      <RulesEditor rules={edited.value} set={edited.set} errorAt={errorAt} />
      <ProblemNotice problem={verb.problem} />
      <footer className="rounds-acts rounds-acts-bottom">
        {edited.changed ? <SavedMark draft={edited} /> : null}
        {faults.size > 0 ? <StatusTag state="late">{text.faults(faults.size)}</StatusTag> : null}
        {edited.changed ? <Button onClick={edited.drop}>{text.discard}</Button> : null}
        {can('setRules') ? (
          <Button
            loading={save.pending}
            disabled={!edited.changed || faults.size > 0}
            type={edited.changed ? 'primary' : 'default'}
            onClick={send}
          >
            {text.save}
          </Button>
        ) : (
          <Act
            label={text.change}
            title={text.changeTitle}
            explain={text.changeExplain}
            asks={{ reason: 'required' }}
            primary
            disabled={!edited.changed || faults.size > 0}
            verb={change}
            run={({ reason }) => {
              const rules = trimmed(edited.value)
              edited.set(rules)
              return change.run({ params: at(round), body: { rules, reason } })
            }}
          />
        )}
        {can('fixRules') ? (
          <>
            {blocked === undefined ? null : <span className="lx-quiet">{blocked}</span>}
            <Act
              label={text.fix}
              explain={text.fixExplain(round.parts.length)}
              primary={!edited.changed}
              disabled={blocked !== undefined}
              verb={fix}
              run={() => fix.run({ params: at(round) })}
            />
          </>
        ) : null}
      </footer>
    </>
  )
}

function Fixed({ round }: { readonly round: Round }) {
  const text = useWords(words)
  return (
    <>
      {round.rulesDigest === null ? null : <StatusTag state="done">{text.fixed}</StatusTag>}
      <RulesView rules={round.rules} digest={round.rulesDigest} />
    </>
  )
}

export default function RulesSection(of: OfRound) {
  const { round, can } = of
  const text = useWords(words)
  const [changing, setChanging] = useState(false)
  const writes = can('setRules') || (changing && can('changeRules'))
  return (
    <>
      <div className="rounds-acts rounds-acts-start">
        <p className="lx-quiet">{text.lead}</p>
        {can('changeRules') ? (
          <Button onClick={() => setChanging(!changing)}>{changing ? text.stopChange : text.startChange}</Button>
        ) : null}
        <PageLink to={`/desk/rounds/${round.unit}/${round.id}/sheets`}>{text.printSheets}</PageLink>
      </div>
      {round.rulesDigest !== null && !can('changeRules') && (can('correct') || ['tallied', 'signed', 'revealed'].includes(round.state)) ? (
        <p className="lx-quiet">{text.changeLater}</p>
      ) : null}
      {writes ? <Writing {...of} done={() => setChanging(false)} /> : <Fixed round={round} />}
      <Notices round={round} of={['changeRules']} />
    </>
  )
}
