// A little house with one face and one room, for the tests of the build: small enough to be built in a moment, and with
// everything a face may have (pages of rooms, a lazily fetched page, a plate of its own, a service worker).

export const littleHouse: Readonly<Record<string, string>> = {
  'package-lock.json': '{}',
  'rooms/notes/room.ts': `export const room = { name: 'notes', title: { zh: '记事', en: 'Notes' }, needs: [], problems: {}, grants: {},
    menu: [{ face: 'booth', path: '/booth/notes', title: { zh: '记事', en: 'Notes' }, order: 10 }],
    contract: { list: { method: 'GET', path: '/notes', access: { kind: 'signed-in' }, problems: [] } } }`,
  'rooms/notes/faces/booth/index.ts': `export const pages = [{ path: '/booth/notes', load: () => import('./notes.ts') }]`,
  'rooms/notes/faces/booth/notes.ts': `export default 'the page of the notes'`,
  'faces/booth/index.html': `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Booth</title><link rel="icon" href="data:," /></head>
  <body><p id="booth"></p><script type="module" src="/booth/main.ts"></script></body>
</html>`,
  'faces/booth/main.ts': `import { house } from 'virtual:liangxing/house'
import './main.css'
const found = import.meta.glob('../../rooms/*/faces/booth/index.ts', { eager: true })
const pages = Object.values(found).flatMap((module) => module.pages)
const entry = house.rooms.flatMap((room) => room.menu).find((one) => one.face === 'booth')
const page = pages.find((one) => one.path === location.pathname)
const say = (text) => { document.getElementById('booth').textContent = text }
if (page === undefined) say(entry.title.en + ', first edition')
else page.load().then((module) => say(module.default))
navigator.serviceWorker.register('/booth/sw.js', { scope: '/booth' })
navigator.serviceWorker.ready.then(() => { document.body.dataset.kept = 'yes' })`,
  'faces/booth/main.css': `#booth { color: rgb(1, 2, 3) }`,
  'faces/booth/sw.ts': `import { face } from 'virtual:liangxing/files'
const name = 'booth-' + face.version
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([face.page, ...face.files])).then(() => self.skipWaiting()))
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const asked = event.request.mode === 'navigate' ? face.page : event.request
  event.respondWith(caches.match(asked).then((kept) => kept ?? fetch(event.request)))
})`,
}
