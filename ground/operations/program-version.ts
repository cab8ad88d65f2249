// The program's version, as package.json says.

import { readFile } from 'node:fs/promises'

/** Read anew each time: it is asked for once in a run. */
export async function programVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
