// Vite plugin for developing: every address below /<face> is answered by the face's page, as the server does it.

import type { Plugin } from 'vite'

/** The plugin; `faces` are the names of the faces. */
export function developPlugin(faces: readonly string[]): Plugin {
  return {
    name: 'liangxing:develop',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const face = /^\/([a-z]+)(\/|\?|$)/.exec(request.url ?? '')?.[1]
        if (face !== undefined && faces.includes(face) && (request.headers.accept ?? '').includes('text/html')) {
          request.url = request.originalUrl = `/${face}/index.html`
        }
        next()
      })
    },
  }
}
