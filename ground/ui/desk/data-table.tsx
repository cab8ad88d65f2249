// The table, heart of the desk: sticky head and first column, column chooser, filters in the address bar, keyboard,
// selection for bulk acts, totals row, two row heights, and only a window of rows drawn when the list is long.

import { Button, Checkbox, type InputRef, Skeleton } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useAddress } from '../address.ts'
import { useFormat } from '../format.ts'
import { useTextSize } from '../text-size.ts'
import { useWords } from '../words.ts'
import { EmptyState } from './empty-state.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { isShown, TableBar } from './table-bar.tsx'
import { useTableChoices } from './table-choices.ts'
import { arrange, type Column, type Filter } from './table-columns.ts'
import { TableFoot, TableHead } from './table-head.tsx'
import { useTableKeys } from './table-keys.ts'
import { TableRows } from './table-rows.tsx'
import { useWindow } from './use-window.ts'
import { words } from './words.ts'

export type { Column, Filter } from './table-columns.ts'

export interface DataTableProps<Row> {
  /** Under which columns and row height are remembered. */
  readonly name: string
  /** What the table shows, for those who hear it. */
  readonly caption: string
  /** undefined while it is loading. */
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly columns: readonly Column<Row>[]
  readonly filters?: readonly Filter<Row>[]
  /** `local` searches these rows, `address` only writes ?q= (the page asks the server), false shows no field. Default local. */
  readonly search?: 'local' | 'address' | false
  /** What else narrows the list, in the same row as search and filters. */
  readonly controls?: ReactNode
  /** The row whose detail stands beside the list. */
  readonly openKey?: string | null
  readonly onOpen?: (row: Row) => void
  readonly onClose?: () => void
  /** Acts on the selected rows; its presence makes rows selectable. */
  readonly bulk?: (rows: readonly Row[], clear: () => void) => ReactNode
  readonly empty: { readonly title: string; readonly next?: ReactNode }
  readonly problem?: unknown
  readonly retry?: () => void
  /** There is more on the server. */
  readonly more?: { readonly load: () => void; readonly pending: boolean } | undefined
  /** How many there are on the server, when known. */
  readonly total?: number
}

const none: readonly never[] = []

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, rowKey, columns, filters = none, search = 'local', openKey = null, onOpen, bulk, more } = props
  const text = useWords(words)
  const format = useFormat()
  const [size] = useTextSize()
  const [address, setAddress] = useAddress()
  const [choices, setChoices] = useTableChoices(props.name)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string | null>(openKey)
  const box = useRef<HTMLDivElement>(null)
  const searchRef = useRef<InputRef>(null)

  const visible = columns.filter((column, index) => index === 0 || isShown(column, choices))
  const sort = address['sort'] ?? ''
  const q = search === 'local' ? (address['q'] ?? '') : ''
  const found = useMemo(
    () => arrange(rows ?? [], columns, filters, { q, sort, filters: address }),
    [rows, columns, filters, q, sort, address],
  )
  const guess = size === 'large' ? 52 : choices.dense ? 30 : 41
  const sight = useWindow(box, found.length, guess)

  const chosen = useMemo(() => found.filter((row) => selected.has(rowKey(row))), [found, selected, rowKey])
  const clear = (): void => setSelected(new Set())
  const toggle = (key: string): void =>
    setSelected((before) => (before.has(key) ? new Set([...before].filter((each) => each !== key)) : new Set([...before, key])))
  // The open row is where one stands, also when its panel moved on by itself.
  const openAt = found.findIndex((row) => rowKey(row) === openKey)
  const at = openAt === -1 ? found.findIndex((row) => rowKey(row) === current) : openAt

  useTableKeys({
    move(by) {
      const index = Math.max(0, Math.min(found.length - 1, at + by))
      const row = found[index]
      if (row === undefined) return
      setCurrent(rowKey(row))
      const element = box.current
      if (element === null) return
      const head = element.querySelector('thead')?.clientHeight ?? 0
      const top = index * sight.rowHeight
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + sight.rowHeight * 2 + head > element.scrollTop + element.clientHeight)
        element.scrollTop = top + sight.rowHeight * 2 + head - element.clientHeight
      if (openKey !== null) onOpen?.(row)
    },
    open() {
      const row = found[at]
      if (row !== undefined) onOpen?.(row)
    },
    select() {
      if (bulk !== undefined && current !== null) toggle(current)
    },
    close: () => props.onClose?.(),
    find: () => searchRef.current?.focus({ cursor: 'all' }),
  })

  const open =
    onOpen === undefined
      ? undefined
      : (row: Row): void => {
          setCurrent(rowKey(row))
          onOpen(row)
        }
  const narrowed = q !== '' || filters.some((filter) => (address[filter.key] ?? '') !== '') || (address['q'] ?? '') !== ''

  return (
    <div className={`lx-table ${choices.dense ? 'lx-dense' : ''} ${sight.windowed ? 'lx-windowed' : ''}`}>
      <TableBar
        columns={columns}
        filters={filters}
        values={address}
        onValues={setAddress}
        controls={props.controls}
        search={search !== false}
        searchRef={searchRef}
        choices={choices}
        onChoices={setChoices}
        shown={found.length}
        total={props.total ?? rows?.length ?? 0}
      />
      {bulk === undefined || chosen.length === 0 ? null : (
        <div className="lx-bulk" role="region" aria-label={text.selected(format.count(chosen.length))}>
          <strong>{text.selected(format.count(chosen.length))}</strong>
          {bulk(chosen, clear)}
          <Button type="link" onClick={clear}>
            {text.clearSelection}
          </Button>
        </div>
      )}
      <ProblemNotice problem={props.problem} {...(props.retry === undefined ? {} : { retry: props.retry })} />
      {rows === undefined ? (
        props.problem === null || props.problem === undefined ? (
          <Skeleton active title={false} paragraph={{ rows: 8 }} aria-label={text.loading} />
        ) : null
      ) : found.length === 0 ? (
        narrowed ? (
          <EmptyState title={text.noMatch} />
        ) : (
          <EmptyState {...props.empty} />
        )
      ) : (
        <div className="lx-table-box" ref={box} tabIndex={0} role="region" aria-label={props.caption} title={text.keys}>
          <table aria-rowcount={found.length + 1}>
            <caption>{props.caption}</caption>
            <TableHead
              columns={visible}
              sort={sort}
              onSort={(next) => setAddress({ sort: next === '' ? null : next })}
              selectAll={
                bulk === undefined ? null : (
                  <Checkbox
                    aria-label={text.selectAll}
                    checked={chosen.length === found.length}
                    indeterminate={chosen.length > 0 && chosen.length < found.length}
                    onChange={(event) => setSelected(event.target.checked ? new Set(found.map(rowKey)) : new Set())}
                  />
                )
              }
            />
            <TableRows
              rows={found}
              columns={visible}
              rowKey={rowKey}
              from={sight.from}
              to={sight.to}
              rowHeight={sight.rowHeight}
              current={current}
              openKey={openKey}
              onOpen={open}
              selected={bulk === undefined ? null : selected}
              onSelect={toggle}
            />
            <TableFoot columns={visible} rows={found} picks={bulk !== undefined} />
          </table>
        </div>
      )}
      {more === undefined ? null : (
        <Button className="lx-more" loading={more.pending} onClick={more.load}>
          {text.loadMore}
        </Button>
      )}
    </div>
  )
}
