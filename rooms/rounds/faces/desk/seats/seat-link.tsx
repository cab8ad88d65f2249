// Makes the link of a seat and shows it once: as a QR code to scan and an address to copy. The link is kept nowhere.

import { Button, Input, type InputRef } from 'antd'
import { lazy, Suspense, useRef, useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { at, type Round, rounds, type Seat } from '../rounds.ts'
import { words } from './words.ts'

const QrCode = lazy(() => import('#ground/ui/desk/qr-code.tsx'))

/** Where a seat's link leads; the token stands behind the #, so that no log ever holds it. */
export const linkOf = (token: string): string => `${location.origin}/pocket/open#${token}`

function Shown({ link, until, label }: { readonly link: string; readonly until: string; readonly label: string }) {
  const text = useWords(words)
  const { moment } = useFormat()
  const field = useRef<InputRef>(null)
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setSaid(text.copied)
    } catch {
      setSaid(text.copyByHand)
    }
  }
  return (
    <div className="rounds-link">
      <Suspense fallback={<div className="lx-qr" />}>
        <QrCode value={link} label={text.qrOf(label)} />
      </Suspense>
      <Input ref={field} readOnly aria-label={text.address} value={link} />
      <div className="rounds-acts rounds-acts-start">
        <Button onClick={() => void copy()}>{text.copy}</Button>
        <span role="status">{said}</span>
      </div>
      <p className="lx-quiet">{text.until(moment(until))}</p>
    </div>
  )
}

export function SeatLink({ round, seat, primary = false }: { readonly round: Round; readonly seat: Seat; readonly primary?: boolean }) {
  const text = useWords(words)
  const invite = useVerb(rounds, 'inviteSeat')
  const run = () => invite.run({ params: { ...at(round), seat: seat.id } })
  const made = invite.answer
  return (
    <>
      {made === undefined ? null : <Shown link={linkOf(made.token)} until={made.until} label={seat.label} />}
      <Act
        label={seat.state === 'planned' && made === undefined ? text.makeLink : text.remakeLink}
        primary={primary && made === undefined}
        explain={text.linkExplain}
        verb={invite}
        run={run}
      />
    </>
  )
}
