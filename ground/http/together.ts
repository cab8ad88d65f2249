// Many who ask the same at the same moment (a hall of screens after one event) are answered by one reading. Whoever comes
// while a reading is under way gets the next one, never that one: it may have begun before what they have heard of.

interface Line<T> {
  readonly ended: Promise<unknown>
  next: Promise<T> | null
}

/** Joins readings of one key; each caller gets what was read wholly after it asked. */
export function together<T>(): (key: string, read: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, Line<T>>()
  const start = (key: string, read: () => Promise<T>): Promise<T> => {
    const reading = read()
    const line: Line<T> = { ended: reading.catch(() => undefined), next: null }
    lines.set(key, line)
    const leave = (): boolean => line.next === null && lines.get(key) === line && lines.delete(key)
    void line.ended.then(leave)
    return reading
  }
  return (key, read) => {
    const line = lines.get(key)
    if (line === undefined) return start(key, read)
    line.next ??= line.ended.then(() => start(key, read))
    return line.next
  }
}
