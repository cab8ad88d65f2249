// The parts of the text, one field each. Tables come from data and are kept as they are.

import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Select } from 'antd'
import type { Block } from './bulletins.ts'
import { words } from './words.ts'

type Written = Exclude<Block, { kind: 'table' | 'picture' }>
type Kind = 'paragraph' | 'h1' | 'h2' | 'h3' | 'h4'

const kindOf = (block: Written): Kind => (block.kind === 'paragraph' ? 'paragraph' : (`h${block.level}` as Kind))

const levels = { h1: 1, h2: 2, h3: 3, h4: 4 } as const

const as = (kind: Kind, text: string): Written =>
  kind === 'paragraph' ? { kind: 'paragraph', text } : { kind: 'heading', level: levels[kind], text }

interface BlocksFieldProps {
  readonly value: readonly Block[]
  readonly onChange: (value: readonly Block[]) => void
}

export function BlocksField({ value, onChange }: BlocksFieldProps) {
  const text = useWords(words)
  const put = (at: number, block: Block): void => onChange(value.map((one, index) => (index === at ? block : one)))
  const remove = (at: number): void => onChange(value.filter((_, index) => index !== at))
  const up = (at: number): void => {
    const [above, here] = [value[at - 1], value[at]]
    if (above !== undefined && here !== undefined)
      onChange(value.map((one, index) => (index === at - 1 ? here : index === at ? above : one)))
  }
  return (
    <fieldset className="lx-blocks">
      <legend>{text.blocks}</legend>
      <p className="lx-hint">{text.blocksHint}</p>
      {value.map((block, index) => (
        // Parts have no identity of their own; the fields are controlled, so the place is enough.
        <div key={index} className="lx-block">
          <div className="lx-labelled">
            {block.kind === 'table' ? (
              <span>{text.table(block.rows.length)}</span>
            ) : block.kind === 'picture' ? (
              <span>{text.picture}</span>
            ) : (
              <Select
                aria-label={`${text.block(index + 1)} ${text.kind}`}
                value={kindOf(block)}
                options={Object.entries(text.kinds).map(([kind, label]) => ({ value: kind as Kind, label }))}
                onChange={(kind: Kind) => put(index, as(kind, block.text))}
              />
            )}
            <Button type="text" disabled={index === 0} aria-label={`${text.block(index + 1)} ${text.upBlock}`} onClick={() => up(index)}>
              {text.upBlock}
            </Button>
            <Button type="text" aria-label={`${text.block(index + 1)} ${text.removeBlock}`} onClick={() => remove(index)}>
              {text.removeBlock}
            </Button>
          </div>
          {block.kind === 'picture' ? (
            <Input
              aria-label={`${text.block(index + 1)} ${text.pictureCaption}`}
              maxLength={200}
              value={block.caption ?? ''}
              onChange={(event) => put(index, { ...block, caption: event.target.value })}
            />
          ) : block.kind === 'table' ? null : (
            <Input.TextArea
              aria-label={text.block(index + 1)}
              autoSize={{ minRows: block.kind === 'heading' ? 1 : 3, maxRows: 16 }}
              maxLength={block.kind === 'heading' ? 200 : 5000}
              value={block.text}
              onChange={(event) => put(index, { ...block, text: event.target.value })}
            />
          )}
        </div>
      ))}
      <Button onClick={() => onChange([...value, { kind: 'paragraph', text: '' }])}>{text.addBlock}</Button>
    </fieldset>
  )
}
