// The text as it will stand in the document, with headings numbered and figures written in; without the page's measures.

import { Fragment } from 'react'
import type { Block, BulletinRecord } from './bulletins.ts'

function Part({ block }: { readonly block: Block }) {
  if (block.kind === 'paragraph') return <p style={{ whiteSpace: 'pre-wrap', textIndent: '2em', margin: '4px 0' }}>{block.text}</p>
  if (block.kind === 'heading') return <h4 style={{ margin: '8px 0 4px', textIndent: '2em' }}>{block.text}</h4>
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className="lx-paper">
        {block.caption === undefined ? null : <caption>{block.caption}</caption>}
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
                  {row[at]}
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
      {record.number === null ? null : <p style={{ textAlign: 'center' }}>{record.number}</p>}
      <h3 style={{ textAlign: 'center', whiteSpace: 'pre-wrap', marginBottom: '12px' }}>{record.title}</h3>
      {record.addressee === '' ? null : <p>{`${record.addressee}：`}</p>}
      {record.filled.map((block, index) => (
        // The text is shown whole and never reordered here.
        <Fragment key={index}>
          <Part block={block} />
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
