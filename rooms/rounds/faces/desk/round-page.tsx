// One round on one page: the line of steps, what comes next, and the part of the step that is open. Every part shows only
// the verbs that core/state.ts allows in the present state, by the same function as the server.

import { type ComponentType, lazy, Suspense } from 'react'
import { useAddress, usePageParams } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { allows } from '../../core/state.ts'
import { PublicLinks } from './after/public-links.tsx'
import { words as afterWords } from './after/words.ts'
import { addressOfRound, at, type OfRound, type Round, rounds } from './rounds.ts'
import './rounds.css'
import { StateTag } from './state-tag.tsx'
import { StepLine } from './step-line.tsx'
import { leadingVerb, type Step, stepAsked, stepOf } from './steps.ts'
import { words } from './words.ts'

const parts: Readonly<Record<Step, ComponentType<OfRound>>> = {
  plan: lazy(() => import('./plan/plan-section.tsx')),
  rules: lazy(() => import('./rules/rules-section.tsx')),
  seats: lazy(() => import('./seats/seats-section.tsx')),
  ready: lazy(() => import('./ready/ready-section.tsx')),
  live: lazy(() => import('./live/live-section.tsx')),
  freeze: lazy(() => import('./live/freeze-section.tsx')),
  count: lazy(() => import('./result/count-section.tsx')),
  reveal: lazy(() => import('./result/reveal-section.tsx')),
  publish: lazy(() => import('./result/publish-section.tsx')),
  close: lazy(() => import('./result/close-section.tsx')),
}

function useNow(round: Round): Step | undefined {
  const seats = useAnswer(rounds, 'seats', round.state === 'fixed' ? { params: at(round) } : null)
  const standing = useAnswer(rounds, 'standing', round.state === 'revealed' ? { params: at(round) } : null)
  if ((round.state === 'fixed' && seats.isPending) || (round.state === 'revealed' && standing.isPending)) return undefined
  const judges = seats.data?.seats.filter(({ kind, state }) => kind === 'judge' && state !== 'revoked').length ?? null
  return stepOf({ state: round.state, units: round.parts.length, judges, left: standing.data?.left ?? null })
}

function Next({ round, now, open, acts }: { readonly round: Round; readonly now: Step; readonly open: Step; readonly acts: boolean }) {
  const text = useWords(words)
  const verb = leadingVerb(round.state, now)
  if (verb === null) return <p className="rounds-next">{round.state === 'cancelled' ? text.cancelledNext : text.nothingNext}</p>
  return (
    <p className="rounds-next">
      <span className="lx-quiet">{text.next}</span> <strong>{text.nexts[now]}</strong>
      {open === now ? null : <PageLink to={addressOfRound(round, now)}>{text.goThere(text.steps[now])}</PageLink>}
      {acts ? null : <span className="lx-quiet">{text.asConvener}</span>}
    </p>
  )
}

function RoundBody({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const may = useMay()
  const [address] = useAddress()
  const now = useNow(round)
  if (now === undefined) return <p className="lx-quiet">{text.loading}</p>
  const open = stepAsked(address['step'], now)
  const acts = may('rounds.convene')
  const Part = parts[open]
  return (
    <>
      <StepLine round={round} now={now} open={open} />
      <Next round={round} now={now} open={open} acts={acts} />
      <Suspense fallback={<div aria-busy="true" />}>
        <Part round={round} can={(verb) => acts && allows(round.state, verb)} />
      </Suspense>
    </>
  )
}

export default function RoundPage() {
  const text = useWords(words)
  const after = useWords(afterWords)
  const { day } = useFormat()
  const { unit = '', id = '' } = usePageParams()
  useLive(['rounds'])
  const asked = useAnswer(rounds, 'get', { params: { unit, id } })
  const round = asked.data
  return (
    <PageFrame
      title={round?.name ?? text.title}
      lead={round === undefined ? undefined : text.shortNote(round.unitName, text.quarterName(round.quarter), day(round.heldOn))}
      unit={false}
      period={false}
      actions={
        <>
          {round === undefined ? null : <StateTag state={round.state} />}
          {round === undefined ? null : <PublicLinks round={round} />}
          <PageLink to="/desk/rounds">{text.backToList}</PageLink>
        </>
      }
      exports={round === undefined ? [] : [{ label: after.workbook, run: () => download(rounds, 'workbook', { params: at(round) }) }]}
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {round === undefined ? null : <RoundBody round={round} />}
    </PageFrame>
  )
}
