// The house's own mark, the same drawing as on the public face: a star of five strokes closing, the last one gold.

const turns = [0, 72, 144, 216, 288]

export function Mark({ size }: { readonly size: number }) {
  return (
    <svg
      viewBox="-50 -50 100 100"
      width={size}
      height={size}
      fill="none"
      strokeWidth="8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {turns.map((turn) => (
        <path key={turn} stroke={turn === 288 ? '#c8963e' : '#b3261e'} d="M-10.6 -15.6 L0 -44 L10.6 -15.6" transform={`rotate(${turn})`} />
      ))}
    </svg>
  )
}
