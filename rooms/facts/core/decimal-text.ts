// A JSON number at its shortest decimal text: 0.1 is “0.1”, 1e21 its 22 digits; what stood in the file, as far as JSON keeps it.

/** The number without exponent, as `parseExact` reads it; never `-0`. Throws on what is not finite. */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a decimal: ${value}`)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value))
  if (match === null) return String(value)
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match
  const power = Number(exponent)
  const digits = whole + fraction
  return power < 0 ? `${sign}0.${digits.padStart(digits.length - power - 1, '0')}` : `${sign}${digits.padEnd(power + 1, '0')}`
}
