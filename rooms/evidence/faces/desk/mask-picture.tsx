// Masking by hand: blocks over faces and number plates, then a new item that takes the original's place before everybody who
// does not review. The copy is made from the view, which has lost the camera's data already.

import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { type Block, blockAfterKey, blockBetween, drawMasked, middleBlock } from './blocks.ts'
import { type Item, viewAddress } from './evidence.ts'
import { chosen, type Chosen, sendChosen } from './sending.ts'
import { words } from './words.ts'

/** Where a pointer is, in the picture's own pixels. */
function placeOf(canvas: HTMLCanvasElement, event: React.PointerEvent): readonly [number, number] {
  const box = canvas.getBoundingClientRect()
  return [((event.clientX - box.left) * canvas.width) / box.width, ((event.clientY - box.top) * canvas.height) / box.height]
}

function usePicture(address: string): HTMLImageElement | null {
  const [picture, setPicture] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    const image = new Image()
    image.addEventListener('load', () => setPicture(image))
    image.src = address
  }, [address])
  return picture
}

interface BoardProps {
  readonly label: string
  readonly picture: HTMLImageElement
  readonly blocks: readonly Block[]
  readonly add: (block: Block) => void
  readonly board: React.RefObject<HTMLCanvasElement | null>
}

function Board({ label, picture, blocks, add, board }: BoardProps) {
  const begun = useRef<readonly [number, number] | null>(null)
  const draw = (more: readonly Block[]): void => {
    if (board.current !== null) drawMasked(board.current, picture, [...blocks, ...more])
  }
  useEffect(() => {
    if (board.current !== null) drawMasked(board.current, picture, blocks)
  }, [board, picture, blocks])
  const reached = (event: React.PointerEvent<HTMLCanvasElement>): Block | null =>
    begun.current === null ? null : blockBetween(event.currentTarget, begun.current, placeOf(event.currentTarget, event))
  return (
    <canvas
      ref={board}
      className="lx-evidence-board"
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        begun.current = placeOf(event.currentTarget, event)
      }}
      onPointerMove={(event) => {
        const block = reached(event)
        if (block !== null) draw([block])
      }}
      onPointerUp={(event) => {
        const block = reached(event)
        begun.current = null
        if (block !== null) add(block)
        else draw([])
      }}
      onPointerCancel={() => {
        begun.current = null
        draw([])
      }}
    />
  )
}

interface BlockListProps {
  readonly area: { readonly width: number; readonly height: number }
  readonly blocks: readonly Block[]
  readonly change: (next: readonly Block[]) => void
}

function BlockList({ area, blocks, change }: BlockListProps) {
  const text = useWords(words)
  return (
    <>
      <p>
        <Button onClick={() => change([...blocks, middleBlock(area)])}>{text.maskAdd}</Button>{' '}
        {blocks.length === 0 ? <span className="lx-quiet">{text.maskNone}</span> : null}
      </p>
      <ul className="lx-evidence-blocks">
        {blocks.map((block, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a block is known by its place in the list
          <li key={index}>
            <Button
              size="small"
              onKeyDown={(event) => {
                const next = blockAfterKey(area, block, event.key, event.shiftKey)
                if (next === null) return
                event.preventDefault()
                change(blocks.with(index, next))
              }}
            >
              {text.maskBlock(index + 1)}
            </Button>
            <Button
              size="small"
              type="text"
              aria-label={text.maskRemove(index + 1)}
              onClick={() => change(blocks.filter((_, other) => other !== index))}
            >
              {text.removeShort}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

function MaskDialog({ item, close, onSaved }: { readonly item: Item; readonly close: () => void; readonly onSaved: (id: string) => void }) {
  const text = useWords(words)
  const queries = useQueryClient()
  const board = useRef<HTMLCanvasElement>(null)
  const picture = usePicture(viewAddress(item, 'zoom'))
  const [blocks, setBlocks] = useState<readonly Block[]>([])
  const [copy, setCopy] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const change = (next: readonly Block[]): void => {
    setBlocks(next)
    // Other blocks are another copy, under ids of its own.
    setCopy(null)
  }
  const save = async (): Promise<void> => {
    if (board.current === null) return
    setBusy(true)
    const picked = await new Promise<Blob | null>((resolve) => board.current?.toBlob(resolve, 'image/jpeg', 0.9))
    const one = copy ?? (picked === null ? null : await chosen(new File([picked], 'masked.jpg')))
    setCopy(one)
    if (one !== null) {
      const { shows, spot, phase, effectiveOn } = item
      const said = { shows, effectiveOn, ...(spot === null ? {} : { spot }), ...(phase === null ? {} : { phase }), maskedFrom: item.id }
      const done = await sendChosen(one, item.unit, said, (changes) => {
        if (changes.problem !== undefined) setProblem(changes.problem)
      })
      await queries.invalidateQueries({ queryKey: ['evidence'] })
      if (done) onSaved(one.item)
    }
    setBusy(false)
  }
  return (
    <Modal
      open
      width={960}
      title={text.maskTitle}
      onCancel={close}
      closable={!busy}
      mask={{ closable: false }}
      footer={[
        <Button key="back" disabled={busy} onClick={close}>
          {text.back}
        </Button>,
        <Button key="act" type="primary" disabled={blocks.length === 0} loading={busy} onClick={() => void save()}>
          {text.maskSave}
        </Button>,
      ]}
    >
      <p>{text.maskExplain}</p>
      {picture === null ? (
        <p className="lx-quiet">{text.waiting}</p>
      ) : (
        <>
          <Board label={item.shows} picture={picture} blocks={blocks} add={(block) => change([...blocks, block])} board={board} />
          <BlockList area={{ width: picture.naturalWidth, height: picture.naturalHeight }} blocks={blocks} change={change} />
          <p className="lx-quiet">{text.maskKeys}</p>
        </>
      )}
      <ProblemNotice problem={problem} />
    </Modal>
  )
}

/** The button and, when it is pressed, the dialog. */
export function MaskPicture({ item, onSaved }: { readonly item: Item; readonly onSaved: (id: string) => void }) {
  const text = useWords(words)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.mask}</Button>
      {open ? (
        <MaskDialog
          item={item}
          close={close}
          onSaved={(id) => {
            close()
            onSaved(id)
          }}
        />
      ) : null}
    </>
  )
}
