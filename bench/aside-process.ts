// The process behind bench/aside.ts: loads one part, answers its questions one by one, ends when the asker is gone.

import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

type Work = (...given: unknown[]) => Promise<unknown>

const part = (await import(pathToFileURL(join(import.meta.dirname, 'parts', `${process.argv[2] ?? ''}.ts`)).href)) as Readonly<
  Record<string, Work>
>

process.on('message', (question: { readonly id: number; readonly name: string; readonly given: readonly unknown[] }) => {
  const { id, name, given } = question
  const work = part[name]
  const value = work === undefined ? Promise.reject(new Error(`no ${name} here`)) : work(...given)
  value.then(
    (done) => process.send?.({ id, value: done }),
    (error: unknown) => process.send?.({ id, error: (error as Error).stack ?? String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
