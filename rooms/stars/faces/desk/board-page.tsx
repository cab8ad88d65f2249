// The board: what the units below aim for, stand for and hold, with quotas, and both sums beside each other.

import { useGo } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import type { ExportChoice } from '#ground/ui/desk/export-menu.tsx'
import { useListFiles } from '#ground/ui/desk/list-files.ts'
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
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { stateNames, states } from '../../core/candidacy.ts'
import { quarterOf } from '../../core/cycle.ts'
import { exportColumns as fileNames } from '../../core/export-words.ts'
import { words as afterWords } from './after/words.ts'
import { CycleChoice } from './cycle-choice.tsx'
import { words as formatWords } from './formats/words.ts'
import { words as mapWords } from './map/words.ts'
import { stars, useCycle, useQuarter } from './stars.ts'
import type { Board, CycleRow } from './stars.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'
import './stars.css'

type Row = Board['rows'][number]

const starsOf = (totals: Row['targets']): number => Object.values(totals.stars).reduce((sum, count) => sum + count, 0)

function columnsOf(board: Board, text: Words, say: ReturnType<typeof useText>): readonly Column<Row>[] {
  const sum = (of: (row: Row) => number) => (rows: readonly Row[]) => rows.reduce((total, row) => total + of(row), 0)
  const figure = (key: string, title: string, of: (row: Row) => number, width = 95): Column<Row> => ({
    key,
    title,
    value: of,
    numeric: true,
    width,
    total: sum(of),
  })
  const perStar = board.stars.map(({ code, name }): Column<Row> => ({
    ...figure(code, name, (row) => row.targets.stars[code] ?? 0, 105),
    render: (row) => `${row.targets.stars[code] ?? 0}／${row.certified.stars[code] ?? 0}`,
    total: (rows) => `${sum((row) => row.targets.stars[code] ?? 0)(rows)}／${sum((row) => row.certified.stars[code] ?? 0)(rows)}`,
  }))
  return [
    { key: 'unit', title: text.unit, value: (row) => row.unitName, width: 130 },
    figure('units', text.aimsUnits, (row) => row.targets.units),
    figure('aims', text.aimsStars, (row) => starsOf(row.targets)),
    figure('certified', text.certified, (row) => starsOf(row.certified)),
    ...perStar,
    {
      key: 'states',
      title: text.states,
      width: 320,
      render: (row) =>
        states
          .flatMap((state) => (row.states[state] === undefined ? [] : [text.stateCount(say(stateNames[state]), row.states[state])]))
          .join(' · '),
    },
    {
      key: 'quota',
      title: text.quota,
      width: 180,
      render: (row) => quotaText(board, row.quotas, text),
    },
  ]
}

const nameOf = (board: Board, code: string): string => board.stars.find((star) => star.code === code)?.name ?? code

const quotaText = (board: Board, quotas: Row['quotas'], text: Words): string =>
  quotas.map((quota) => text.quotaOf(nameOf(board, quota.star), quota.given, quota.most, quota.hard)).join(' · ')

/** The map is loaded when somebody opens it. */
const StarMap = lazy(() => import('./map/star-map.tsx'))

interface PlacesProps {
  readonly board: Board
  readonly below: string
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly onChoose: (unit: string) => void
}

function Places({ board, below, open, onToggle, onChoose }: PlacesProps) {
  const text = useWords(mapWords)
  if (board.rows.length < 2) return null
  return (
    <details open={open} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{text.title}</summary>
      {open ? (
        <Suspense fallback={<p className="lx-quiet">{text.coming}</p>}>
          <StarMap board={board} below={below} onChoose={onChoose} />
        </Suspense>
      ) : null}
    </details>
  )
}

function Sums({ board }: { readonly board: Board }) {
  const text = useWords(words)
  const { moment } = useFormat()
  const line = (title: string, totals: Board['all']['targets'], [levels, of]: readonly [number, number]): ReactNode => (
    <p>
      <strong>{title}</strong> {text.levelList(totals.levels)}
      {' · '}
      {text.sums(levels, of)} {levels === of ? text.sumsEqual : text.sumsDiffer}
    </p>
  )
  const quotas = quotaText(board, board.all.quotas, text)
  return (
    <section className="stars-sums" aria-label={text.levels}>
      {line(text.aims, board.all.targets, board.all.targetSums)}
      {line(text.certifiedOnes, board.all.certified, board.all.certifiedSums)}
      <p className="lx-quiet">{text.perStar}</p>
      <p>{quotas === '' ? text.ownQuotaNone : text.ownQuota(quotas)}</p>
      <p className="lx-quiet">
        {text.quarter(board.quarter)} · {text.asOf(moment(Date.parse(board.asOf)))}
      </p>
    </section>
  )
}

type Files = ReturnType<typeof useListFiles>

/** The board as it stands here, and the targets with their plans. */
function exportsOf(
  files: Files,
  cycle: CycleRow | undefined,
  query: { readonly below?: string; readonly quarter?: string },
): ExportChoice[] {
  if (cycle === undefined || cycle.state === 'draft') return []
  const params = { unit: cycle.unit, id: cycle.id }
  const { below = cycle.unit, quarter = quarterOf(chinaDay(Date.now())) } = query
  return [
    ...files(fileNames.board, (format) => download(stars, 'exportBoard', { params, query: { ...query, format } })),
    ...files(fileNames.targets, (format) => download(stars, 'exportTargets', { params, query: { below, quarter, format } })),
  ]
}

export default function BoardPage() {
  const text = useWords(words)
  const after = useWords(afterWords)
  const formats = useWords(formatWords)
  const say = useText()
  const may = useMay()
  const go = useGo()
  const { code, setUnit } = useUnit()
  const { rows, chosen, asked, choose } = useCycle()
  const quarter = useQuarter()
  // It stays open from level to level.
  const [map, setMap] = useState(false)
  useLive(['stars'])
  const openUnit = (unit: string): void => (unit.length >= 12 ? go(`/desk/stars/queue?mine=no&unit=${unit}`) : setUnit(unit))
  const query = { ...(code === '' ? {} : { below: code }), ...(quarter === undefined ? {} : { quarter }) }
  const exports = exportsOf(useListFiles(), chosen, query)
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
          {may('stars.reviewJoint') ? <Button onClick={() => go('/desk/stars/joint')}>{text.joint}</Button> : null}
          {may('stars.decide') ? <Button onClick={() => go('/desk/stars/publicity')}>{text.publicity}</Button> : null}
          {may('stars.sample') ? <Button onClick={() => go('/desk/stars/sample')}>{text.sample}</Button> : null}
          <Button onClick={() => go('/desk/stars/honours')}>{text.honours}</Button>
          <Button onClick={() => go('/desk/stars/ladders')}>{after.ladders}</Button>
          <Button onClick={() => go('/desk/stars/awards')}>{after.awards}</Button>
          <Button onClick={() => go('/desk/stars/formats')}>{formats.formats}</Button>
          <Button onClick={() => go('/desk/stars/wall')}>{text.wall}</Button>
          {may('stars.convene') ? <Button onClick={() => go('/desk/stars/cycles')}>{text.cycles}</Button> : null}
        </>
      }
      exports={exports}
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <CycleChoice rows={rows} value={chosen?.id} onChange={choose} />
      {rows !== undefined && chosen === undefined ? (
        <EmptyState title={text.noCycle} next={<p>{may('stars.convene') ? text.noCycleNext : text.noCycleWait}</p>} />
      ) : null}
      {board.data === undefined ? null : <Sums board={board.data} />}
      {board.data === undefined || chosen === undefined ? null : (
        <Places
          board={board.data}
          below={code.startsWith(chosen.unit) ? code : chosen.unit}
          open={map}
          onToggle={setMap}
          onChoose={openUnit}
        />
      )}
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
          onOpen={(row) => openUnit(row.unit)}
          empty={{ title: text.boardEmpty, next: <p>{text.boardEmptyNext}</p> }}
          problem={board.error}
          retry={() => void board.refetch()}
        />
      )}
    </PageFrame>
  )
}
