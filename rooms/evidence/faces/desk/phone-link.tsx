// The way to the phone page: a code to scan, and the address for who types it. No phone is ever required.

import { Button, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

const QrCode = lazy(() => import('./qr-code.tsx'))

export function PhoneLink() {
  const text = useWords(words)
  const [open, setOpen] = useState(false)
  const address = `${location.origin}/pocket/evidence`
  const close = (): void => setOpen(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.phone}</Button>
      <Modal open={open} width={420} title={text.phoneTitle} onCancel={close} footer={<Button onClick={close}>{text.back}</Button>}>
        <p>{text.phoneExplain}</p>
        <Suspense fallback={null}>
          <QrCode value={address} label={text.phoneCode} />
        </Suspense>
        <p className="lx-figures lx-evidence-address">{address}</p>
      </Modal>
    </>
  )
}
