// The board: what the units below aim for, stand for and hold, with quotas, and both sums beside each other.

import { useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { stateNames, states } from '../../core/candidacy.ts'
import { CycleChoice } from './cycle-choice.tsx'
import { stars, useCycle, useQuarter } from './stars.ts'
import type { Board } from './stars.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Row = Board['rows'][number]

const starsOf = (totals: Row['targets']): number => Object.values(totals.stars).reduce((sum, count) => sum + count, 0)

function columnsOf(board: Board, text: Words, say: ReturnType<typeof useText>): readonly Column<Row>[] {
  const sum = (of: (row: Row) => number) => (rows: readonly Row[]) => rows.reduce((total, row) => total + of(row), 0)
  const figure = (key: string, title: string, of: (row: Row) => number, width = 110): Column<Row> => ({
    key,
    title,
    value: of,
    numeric: true,
    width,
    total: sum(of),
  })
  const perStar = board.stars.map(({ code, name }): Column<Row> => ({
    ...figure(code, name, (row) => row.targets.stars[code] ?? 0, 130),
    render: (row) => `${row.targets.stars[code] ?? 0}／${row.certified.stars[code] ?? 0}`,
    total: (rows) => `${sum((row) => row.targets.stars[code] ?? 0)(rows)}／${sum((row) => row.certified.stars[code] ?? 0)(rows)}`,
  }))
  return [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 150 },
    figure('units', text.aimsUnits, (row) => row.targets.units),
    figure('aims', text.aimsStars, (row) => starsOf(row.targets)),
    figure('certified', text.certified, (row) => starsOf(row.certified)),
    ...perStar,
    {
      key: 'states',
      title: text.states,
      width: 260,
      render: (row) =>
        states
          .flatMap((state) => (row.states[state] === undefined ? [] : [text.stateCount(say(stateNames[state]), row.states[state])]))
          .join('，'),
    },
    {
      key: 'quota',
      title: text.quota,
      width: 200,
      render: (row) => row.quotas.map((quota) => text.quotaOf(nameOf(board, quota.star), quota.given, quota.most, quota.hard)).join('，'),
    },
  ]
}

const nameOf = (board: Board, code: string): string => board.stars.find((star) => star.code === code)?.name ?? code

function Sums({ board }: { readonly board: Board }) {
  const text = useWords(words)
  const { moment } = useFormat()
  const line = (title: string, totals: Board['all']['targets'], [levels, of]: readonly [number, number]): ReactNode => (
    <p>
      <strong>{title}</strong>{' '}
      {totals.levels
        .map((units, level) => ({ units, level }))
        .filter(({ units, level }) => units > 0 && level > 0)
        .toReversed()
        .map(({ units, level }) => text.levelOf(level, units))
        .join('，')}
      {' · '}
      {text.sums(levels, of)} {levels === of ? text.sumsEqual : text.sumsDiffer}
    </p>
  )
  return (
    <section aria-label={text.levels}>
      {line(text.aims, board.all.targets, board.all.targetSums)}
      {line(text.certifiedOnes, board.all.certified, board.all.certifiedSums)}
      <p className="lx-quiet">
        {text.quarter(board.quarter)} · {text.asOf(moment(Date.parse(board.asOf)))}
      </p>
    </section>
  )
}

export default function BoardPage() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const go = useGo()
  const { code, setUnit } = useUnit()
  const { rows, chosen, asked, choose } = useCycle()
  const quarter = useQuarter()
  useLive(['stars'])
  const query = { ...(code === '' ? {} : { below: code }), ...(quarter === undefined ? {} : { quarter }) }
  const board = useAnswer(
    stars,
    'board',
    chosen === undefined || chosen.state === 'draft' ? null : { params: { unit: chosen.unit, id: chosen.id }, query },
  )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      above
      actions={
        <>
          <Button type={may('stars.declare') ? 'default' : 'primary'} onClick={() => go('/desk/stars/queue')}>
            {text.queue}
          </Button>
          {may('stars.declare') ? (
            <Button type="primary" onClick={() => go('/desk/stars/target')}>
              {text.target}
            </Button>
          ) : null}
          {may('stars.decide') ? <Button onClick={() => go('/desk/stars/publicity')}>{text.publicity}</Button> : null}
          <Button onClick={() => go('/desk/stars/honours')}>{text.honours}</Button>
          {may('stars.convene') ? <Button onClick={() => go('/desk/stars/cycles')}>{text.cycles}</Button> : null}
        </>
      }
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <CycleChoice rows={rows} value={chosen?.id} onChange={choose} />
      {rows !== undefined && chosen === undefined ? (
        <EmptyState title={text.noCycle} next={<p>{may('stars.convene') ? text.noCycleNext : text.noCycleWait}</p>} />
      ) : null}
      {board.data === undefined ? null : <Sums board={board.data} />}
      {chosen === undefined || chosen.state === 'draft' ? null : (
        <DataTable
          name="stars.board"
          caption={text.boardCaption}
          rows={board.data?.rows}
          rowKey={(row) => row.unit}
          columns={
            board.data === undefined
              ? [{ key: 'unit', title: text.unit, value: (row: Row) => row.unitName }]
              : columnsOf(board.data, text, say)
          }
          onOpen={(row) => (row.unit.length >= 12 ? go(`/desk/stars/queue?unit=${row.unit}`) : setUnit(row.unit))}
          empty={{ title: text.boardEmpty, next: <p>{text.boardEmptyNext}</p> }}
          problem={board.error}
          retry={() => void board.refetch()}
        />
      )}
    </PageFrame>
  )
}
