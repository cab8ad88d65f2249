// A draft on this screen: its records, what is wrong with them, and where they are kept. As soon as nothing is wrong they are saved;
// until then they stay on this device. What somebody else wrote meanwhile is never overwritten: one chooses.

import { useEffect, useMemo, useRef, useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { useDraft } from '#ground/ui/draft.ts'
import { ProblemError } from '#ground/ui/problem.ts'
import type { BookChecked } from '../../core/book-checking.ts'
import { checkBook } from '../../core/book-checking.ts'
import type { Book } from '../../core/form-writing.ts'
import { bookOf } from '../../core/form-writing.ts'
import type { Pack } from '../../core/pack-shapes.ts'
import { packDocument } from '../../core/read-pack.ts'
import type { EditionRecord } from './standards.ts'
import { standards } from './standards.ts'

/** `draftMoved` of problems-edition.ts. */
const moved = 5519
/** How long after the last touch it is saved. */
const restMs = 700

interface Kept {
  readonly base: string
  readonly book: Book | null
}

export interface DraftBook {
  readonly book: Book
  readonly checked: BookChecked
  /** The last content without a fault: what rules mean is said by it. */
  readonly whole: Pack
  readonly change: (book: Book) => void
  readonly state: 'saved' | 'saving' | 'faulty' | 'waiting' | 'refused' | 'moved'
  readonly savedAt: number | null
  readonly problem: unknown
  readonly retry: () => void
  /** Where two contents stand against each other: keep this device's, or take the other. */
  readonly keepMine: () => void
  readonly takeOther: () => void
}

/** The draft of a record. */
export function useDraftBook(record: EditionRecord): DraftBook {
  const kept = useDraft<Kept>(`standards.draft:${record.id}`, { base: '', book: null })
  const before = kept.value.book
  const [book, setBook] = useState<Book>(() => before ?? bookOf(record.pack))
  const [base, setBase] = useState(() => (before === null ? record.digest : kept.value.base))
  const [dirty, setDirty] = useState(before !== null)
  const [failed, setFailed] = useState<Book | null>(null)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [seen, setSeen] = useState(record.digest)
  const [elsewhere, setElsewhere] = useState(() => before !== null && kept.value.base !== record.digest)
  const checked = useMemo(() => checkBook(book), [book])
  const [whole, setWhole] = useState<Pack>(record.pack)
  if (checked.pack !== null && checked.pack !== whole) setWhole(checked.pack)
  const verb = useVerb(standards, 'revise')
  const latest = useRef(book)

  // Somebody else saved, and nothing was typed here: the screen follows.
  if (record.digest !== seen) {
    setSeen(record.digest)
    if (record.digest !== base && !dirty && !verb.pending) {
      setBase(record.digest)
      setBook(bookOf(record.pack))
    }
  }

  const save = async (sent: Book, pack: Pack): Promise<void> => {
    const answer = await verb.run({ body: { id: record.id, before: base, document: { ...packDocument(pack) } } })
    if (answer === undefined) {
      setFailed(sent)
      return
    }
    setBase(answer.digest)
    setSavedAt(Date.now())
    if (latest.current === sent) {
      setDirty(false)
      kept.clear()
    } else kept.set({ base: answer.digest, book: latest.current })
  }

  const due = dirty && checked.pack !== null && failed !== book && !verb.pending && !elsewhere
  const saving = useRef(save)
  useEffect(() => {
    saving.current = save
    latest.current = book
  })
  useEffect(() => {
    const { pack } = checked
    const timer = due && pack !== null ? setTimeout(() => void saving.current(book, pack), restMs) : undefined
    return () => clearTimeout(timer)
  }, [book, checked, due])

  const isMoved = elsewhere || (verb.problem instanceof ProblemError && verb.problem.code === moved && failed !== null)
  return {
    book,
    checked,
    whole,
    change: (next) => {
      setBook(next)
      setDirty(true)
      kept.set({ base, book: next })
    },
    state: isMoved
      ? 'moved'
      : verb.pending
        ? 'saving'
        : checked.pack === null
          ? 'faulty'
          : failed === book
            ? 'refused'
            : dirty
              ? 'waiting'
              : 'saved',
    savedAt,
    problem: failed === book ? verb.problem : null,
    retry: () => setFailed(null),
    keepMine: () => {
      setBase(record.digest)
      setElsewhere(false)
      setFailed(null)
      verb.reset()
    },
    takeOther: () => {
      setBase(record.digest)
      setBook(bookOf(record.pack))
      setDirty(false)
      setElsewhere(false)
      setFailed(null)
      verb.reset()
      kept.clear()
    },
  }
}
