// A QR code as an inline picture, the same modules as on the server's pages. Loaded only where a code is shown.

import { qrPath } from '#ground/kernel/qr.ts'
import './qr-code.css'

export default function QrCode({ value, label }: { readonly value: string; readonly label: string }) {
  const { size, path } = qrPath(value)
  return (
    <svg className="lx-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  )
}
