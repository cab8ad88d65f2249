// The dark modules of a QR code as one path, runs of a row joined, so that a code is a few kilobytes and sharp at any size.
// Pure, so that the server's printed pages and the browser's sheets draw the same code.

import { encode } from 'uqr'

/** Light modules around the code; four are what readers may rely on (ISO/IEC 18004). */
const quiet = 4

/** Longer texts need modules too small for a cheap phone and a worn printer. */
const longest = 300

/** The dark modules of a text's code, as the data of an SVG path in a square of `size` modules, the quiet zone included. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  if (text === '' || text.length > longest) throw new Error(`a QR code holds 1 to ${longest} characters, not ${text.length}`)
  // M: a fifteenth of the code may be dirty or folded away and it still reads.
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const runs: string[] = []
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue
      const start = x
      while (row[x + 1]) x += 1
      const length = x + 1 - start
      runs.push(`M${start + quiet} ${y + quiet}h${length}v1h-${length}z`)
    }
  })
  return { size: size + 2 * quiet, path: runs.join('') }
}
