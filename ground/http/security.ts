// Content policies: nothing from other hosts, no inline script; inline style only on the desk, whose library writes it.

const self = "'self'"

/** For every face but the desk. */
export const contentPolicy = {
  useDefaults: false,
  directives: {
    'default-src': [self],
    'base-uri': ["'none'"],
    'form-action': [self],
    'frame-ancestors': ["'none'"],
    'img-src': [self, 'data:', 'blob:'],
    'object-src': ["'none'"],
    'upgrade-insecure-requests': null,
  },
}

/** For the desk. */
export const deskPolicy =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data: blob:; object-src 'none'; style-src 'self' 'unsafe-inline'"
