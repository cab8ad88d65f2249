// The typed client of a room without generated code: types come from the room's contract (imported as types only),
// method and path from the room's addresses at run time; the build adds them to every module that makes a client of it.

import type { AnswerOf, CallOf, Contract, Endpoint, Schema } from '#ground/http/contract.ts'
import { addressOfEndpoint } from './addresses.ts'
import { currentLanguage } from './language.ts'
import { type Call, createWire, type Download } from './wire.ts'

type Options = Pick<Call, 'signal' | 'key'>
type FilePart<E extends Endpoint> = E extends { readonly upload: object }
  ? { readonly file: File; readonly onProgress?: (share: number) => void }
  : E extends { readonly bytes: object }
    ? { readonly bytes: Blob | Uint8Array<ArrayBuffer>; readonly onProgress?: (share: number) => void }
    : object

/** What a call of the endpoint takes: its parts, the file when it uploads one. */
export type Asking<E extends Endpoint> = CallOf<E> & FilePart<E>

/** What a call gives: the answer's JSON, a file, or null when the endpoint answers with nothing. */
export type Given<E extends Endpoint> = E extends { readonly file: readonly string[] }
  ? Download
  : E extends { readonly output: Schema }
    ? AnswerOf<E>
    : null

/** The arguments after the endpoint's name; none are needed when every part is optional. */
export type Arguments<E extends Endpoint> = object extends Asking<E> ? [call?: Asking<E> & Options] : [call: Asking<E> & Options]

declare const contractOf: unique symbol

export type RoomClient<C extends Contract> = {
  readonly [K in keyof C]: (...args: Arguments<C[K]>) => Promise<Given<C[K]>>
} & { readonly [contractOf]?: C }

const names = new WeakMap<object, string>()

/** Where somebody without a session is sent; comes back to the same page. */
export function signInAddress(): string {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`
}

let signedOut = (): void => location.assign(signInAddress())

/** What happens when the session is over, for pages that must not be left while somebody types. */
export function whenSignedOut(answer: () => void): void {
  signedOut = answer
}

const wire = createWire({
  origin: '',
  endpoint: addressOfEndpoint,
  language: () => (currentLanguage() === 'zh' ? 'zh-CN' : 'en'),
  newKey,
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(new DOMException('aborted', 'AbortError'))
      })
    }),
  signIn: () => signedOut(),
})

/** A random UUID; also where the page is served over plain http and `crypto.randomUUID` is missing. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The client of a room: `client<typeof contract>('units')`, the contract imported with `import type`. */
export function client<C extends Contract>(room: string): RoomClient<C> {
  const proxy = new Proxy({}, { get: (_, key) => (typeof key === 'string' ? (call?: Call) => wire.call(room, key, call) : undefined) })
  names.set(proxy, room)
  return proxy as RoomClient<C>
}

/** The room a client speaks to. */
export function roomOf<C extends Contract>(of: RoomClient<C>): string {
  const name = names.get(of)
  if (name === undefined) throw new Error('not a room client')
  return name
}

/** Calls an endpoint of a room that this code does not know by type. */
export function callByName(room: string, key: string, call?: Call): Promise<unknown> {
  return wire.call(room, key, call)
}

/** Whether the house has this endpoint at all. */
export function hasEndpoint(room: string, key: string): boolean {
  return addressOfEndpoint(room, key) !== undefined
}

/** The address of a GET endpoint, for links. */
export function addressOf<C extends Contract, K extends keyof C & string>(of: RoomClient<C>, key: K, ...args: Arguments<C[K]>): string {
  return wire.address(roomOf(of), key, args[0])
}

/** The same of a room that this code does not know by type. */
export const addressByName = (room: string, key: string, call?: Call): string => wire.address(room, key, call)

/** Fetches a file and hands it to the browser to keep. */
export async function download<C extends Contract, K extends keyof C & string>(
  of: RoomClient<C>,
  key: K,
  ...args: Arguments<C[K]>
): Promise<void> {
  save((await wire.call(roomOf(of), key, args[0])) as Download)
}

/** Hands a file to the browser to keep. */
export function save(file: Download): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file.blob)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
