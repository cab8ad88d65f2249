// The way from the desk to a page of the phone: a code to scan, and the address for who types it. No phone is ever required.

import { Modal } from 'antd'
import QrCode from './qr-code.tsx'

interface PhoneCodeProps {
  readonly path: string
  readonly title: string
  readonly explain: string
  readonly onClose: () => void
}

export default function PhoneCode({ path, title, explain, onClose }: PhoneCodeProps) {
  const address = `${location.origin}${path}`
  return (
    <Modal open width={420} title={title} onCancel={onClose} footer={null}>
      <p>{explain}</p>
      <div className="lx-phone-code">
        <QrCode value={address} label={`${title} ${address}`} />
        <span className="lx-figures">{address}</span>
      </div>
    </Modal>
  )
}
