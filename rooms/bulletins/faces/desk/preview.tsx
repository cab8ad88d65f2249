// The text as it will stand in the document, with headings numbered and figures marked; without the page's measures.

import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { addressOf } from '#ground/ui/client.ts'
import { useWords } from '#ground/ui/words.ts'
import { Fragment } from 'react'
import { goneText } from '../../core/gone.ts'
import './bulletins.css'
import type { Block, BulletinRecord } from './bulletins.ts'
import { bulletins, paramsOf } from './bulletins.ts'
import { FigureText } from './figure-text.tsx'
import { TakeDown } from './take-down.tsx'
import { words } from './words.ts'

interface PartProps {
  readonly record: BulletinRecord
  /** As written: figures are places. */
  readonly block: Block
  /** As it reads: headings have their number. */
  readonly shown: Block | undefined
}

function Part({ record, block, shown }: PartProps) {
  const say = useText()
  const { pictureWithdrawn, pictureWithdrawnNext } = useWords(words)
  const figured = (text: string) => (
    <FigureText figures={record.figures} unit={record.unit}>
      {text}
    </FigureText>
  )
  if (block.kind === 'paragraph') return <p style={{ whiteSpace: 'pre-wrap', textIndent: '2em', margin: '4px 0' }}>{figured(block.text)}</p>
  if (block.kind === 'heading')
    return <h4 style={{ margin: '8px 0 4px', textIndent: '2em' }}>{shown?.kind === 'heading' ? shown.text : block.text}</h4>
  const gone = block.kind === 'picture' ? record.gone.find((one) => one.picture === block.picture) : undefined
  if (gone !== undefined) return <p className="lx-quiet">{say(goneText(gone))}</p>
  if (block.kind === 'picture')
    return (
      <figure className="bulletins-picture">
        <img
          src={addressOf(bulletins, 'picture', { params: { ...paramsOf(record), picture: block.picture } })}
          alt={block.caption ?? ''}
          loading="lazy"
        />
        {block.caption === undefined ? null : <figcaption>{figured(block.caption)}</figcaption>}
        {record.withdrawn.includes(block.picture) ? (
          <p>
            <StatusTag state="attention">{pictureWithdrawn}</StatusTag>
            <br />
            {pictureWithdrawnNext}
          </p>
        ) : null}
        {record.may.includes('takeDown') ? <TakeDown record={record} picture={block.picture} /> : null}
      </figure>
    )
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="lx-paper">
        {block.caption === undefined ? null : <caption>{figured(block.caption)}</caption>}
        <thead>
          <tr>
            {block.columns.map((column, index) => (
              <th key={index} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {block.columns.map((column, at) => (
                <td key={at} style={{ textAlign: column.align ?? 'left' }}>
                  {figured(row[at] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Preview({ record }: { readonly record: BulletinRecord }) {
  return (
    <article>
      {record.letterhead === null ? null : <p className="bulletins-head">{record.letterhead.mark}</p>}
      {record.number === null ? null : <p style={{ textAlign: 'center' }}>{record.number}</p>}
      <h3 style={{ textAlign: 'center', whiteSpace: 'pre-wrap', marginBottom: '12px' }}>{record.title}</h3>
      {record.addressee === '' ? null : <p>{`${record.addressee}：`}</p>}
      {record.blocks.map((block, index) => (
        // The text is shown whole and never reordered here.
        <Fragment key={index}>
          <Part record={record} block={block} shown={record.filled[index]} />
        </Fragment>
      ))}
      <p style={{ textAlign: 'right' }}>
        {record.issuer}
        <br />
        {record.publishedOn}
      </p>
    </article>
  )
}
