// Text with its figures: each is marked, and says on hover or focus (also by a tap) where it comes from.

import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Popover } from 'antd'
import { Fragment } from 'react'
import { deskPathOf, queryName, shortDigest } from '../../core/tracing.ts'
import type { BulletinRecord } from './bulletins.ts'
import { words } from './words.ts'

type Figure = BulletinRecord['figures'][number]

/** Query, cut of data and digest of one figure. */
export function Trace({ figure, unit }: { readonly figure: Figure; readonly unit: string }) {
  const text = useWords(words)
  const say = useText()
  const { moment } = useFormat()
  const path = deskPathOf(figure, unit)
  return (
    <dl className="bulletins-trace">
      <dt>{text.traceQuery}</dt>
      <dd>
        {say(queryName(figure.query))} <code>{figure.query}</code>
      </dd>
      <dt>{text.traceAt}</dt>
      <dd>{moment(figure.source.at)}</dd>
      <dt>{text.traceDigest}</dt>
      <dd>
        <code>{shortDigest(figure.source.digest)}</code>
      </dd>
      {path === null ? null : (
        <>
          <dt>{text.traceRecord}</dt>
          <dd>
            <PageLink to={path}>{text.open}</PageLink>
          </dd>
        </>
      )}
    </dl>
  )
}

interface FigureTextProps {
  /** As written, with `[[id]]` for figures. */
  readonly children: string
  readonly figures: readonly Figure[]
  readonly unit: string
}

export function FigureText({ children, figures, unit }: FigureTextProps) {
  // Odd parts are ids.
  return children.split(/\[\[([a-z0-9-]+)\]\]/).map((part, index) => {
    const figure = index % 2 === 1 ? figures.find((one) => one.id === part) : undefined
    return (
      <Fragment key={index}>
        {figure === undefined ? (
          part
        ) : (
          <Popover
            trigger={['hover', 'focus']}
            // Inside the page's main part, so that it is read as a part of it.
            getPopupContainer={(button) => button.closest('main') ?? document.body}
            title={`${figure.label} ${figure.value}`}
            content={<Trace figure={figure} unit={unit} />}
          >
            <button type="button" className="bulletins-figure">
              {figure.value}
            </button>
          </Popover>
        )}
      </Fragment>
    )
  })
}
