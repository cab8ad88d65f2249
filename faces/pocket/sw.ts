// Keeps the pocket's own page and files, so that it opens without a network. Never touches /api/, and never takes over from
// a page that is open unless the reader asks: a score sheet does not change under the thumb.

import { face } from 'virtual:liangxing/files'

declare const self: ServiceWorkerGlobalScope

const name = `${face.name}-${face.version}`

/** Where the browser knows this, what goes to the server goes past here: every piece of a film would lie in this process as well. */
interface Routing {
  addRoutes?(route: object): Promise<void>
}

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([face.page, ...face.files])))
  const past = (event as Routing).addRoutes?.({ condition: { urlPattern: '/api/*' }, source: 'network' })
  // One that refuses the form of it goes on as before.
  event.waitUntil(past?.catch(() => undefined) ?? Promise.resolve())
})

self.addEventListener('activate', (event) => {
  const others = async (): Promise<void> => {
    for (const key of await caches.keys()) if (key.startsWith(`${face.name}-`) && key !== name) await caches.delete(key)
    await self.clients.claim()
  }
  event.waitUntil(others())
})

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const page = request.mode === 'navigate' && (pathname === face.page || pathname.startsWith(`${face.page}/`))
  if (!page && !face.files.includes(pathname)) return
  const answer = async (): Promise<Response> => (await caches.match(page ? face.page : pathname)) ?? fetch(request)
  event.respondWith(answer())
})
