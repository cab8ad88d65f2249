// Where the database is. An embedded server that died may have come back on another port, so whoever opens connections for
// as long as the process lives asks each time.

import pg from 'pg'
import type { ClientConfig } from 'pg'

/** What a pool makes its connections of: each goes to the address of that moment. */
export function clientAt(url: () => string): new (config?: ClientConfig) => pg.Client {
  return class extends pg.Client {
    constructor(config: ClientConfig = {}) {
      super({ ...config, connectionString: url() })
    }
  }
}
