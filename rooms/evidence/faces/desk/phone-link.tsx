// The way to the phone page that takes photos.

import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { words } from './words.ts'

const PhoneCode = lazy(() => import('#ground/ui/desk/phone-code.tsx'))

export function PhoneLink() {
  const text = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.phone}</Button>
      {open ? (
        <Suspense fallback={null}>
          <PhoneCode path="/pocket/evidence" title={text.phoneTitle} explain={text.phoneExplain} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
