// A QR code as an inline picture. Loaded only where one is shown.

import { qrPath } from '#ground/kernel/qr.ts'

export default function QrCode({ value, label }: { readonly value: string; readonly label: string }) {
  const { size, path } = qrPath(value)
  return (
    <svg className="lx-evidence-qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fill="currentColor" />
    </svg>
  )
}
