// The addresses of endpoints that this page may call. Each room's are a module of their own (`virtual:liangxing/room/<room>`,
// tools/vite/house.ts), fetched with the first code that names the room: a judge's phone does not carry the whole house.

/** How one endpoint is reached. */
export interface EndpointAddress {
  readonly method: 'GET' | 'POST'
  /** Below /api/v1, with `:name` for parameters. */
  readonly path: string
  readonly idempotent: boolean
  /** Needs no account, so a 401 of it is its own answer and not the end of a session. */
  readonly open: boolean
}

const known = new Map<string, EndpointAddress>()

/** Adds the addresses of a room. */
export function addRoom(room: string, endpoints: Readonly<Record<string, EndpointAddress>>): void {
  for (const [key, endpoint] of Object.entries(endpoints)) known.set(`${room}.${key}`, endpoint)
}

/** The address of an endpoint; undefined when the house has none of that name. */
export function addressOfEndpoint(room: string, key: string): EndpointAddress | undefined {
  return known.get(`${room}.${key}`)
}
