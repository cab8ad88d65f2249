// Quarters as text, 2026-Q3, which sorts as time does.

/** The quarter before. */
export function quarterBefore(quarter: string): string {
  const year = Number(quarter.slice(0, 4))
  const number = Number(quarter.slice(6))
  return number === 1 ? `${year - 1}-Q4` : `${year}-Q${number - 1}`
}
