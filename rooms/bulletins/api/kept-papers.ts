// The last papers of published bulletins: they never change, and everybody may ask for them at once on the day they come out, while
// documents are made one after the other. Asked for only after the bulletin was found by whoever asks.

const most = 16
const largest = 4_000_000

const kept = new Map<string, Uint8Array>()

/** What is kept under the key, or what `make` gives; kept when it is small, the oldest goes. */
export async function keptPaper(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = kept.get(key)
  const bytes = known ?? (await make())
  kept.delete(key)
  if (bytes.length <= largest) kept.set(key, bytes)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return bytes
}
