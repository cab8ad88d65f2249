// Content policies: nothing from other hosts, no inline script; inline style only where a face's library writes it (the desk).

const self = "'self'"

/** For everything that is no face in the browser. */
export const contentPolicy = {
  useDefaults: false,
  directives: {
    'default-src': [self],
    'base-uri': ["'none'"],
    'form-action': [self],
    'frame-ancestors': ["'none'"],
    'img-src': [self, 'data:', 'blob:'],
    'media-src': [self, 'blob:'],
    'object-src': ["'none'"],
    'upgrade-insecure-requests': null,
  },
}

/** For a face in the browser: the same, and inline style where its plate asks for it. */
export const facePolicy = ({ inlineStyles }: { readonly inlineStyles: boolean }): string =>
  `default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'${
    inlineStyles ? "; style-src 'self' 'unsafe-inline'" : ''
  }`
