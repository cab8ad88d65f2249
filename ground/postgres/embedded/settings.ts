// PostgreSQL's settings, given on its command line at every start, so that an upgrade of the program brings its own and
// nothing depends on a file somebody edited. Who wants to tune a server sets DATABASE_URL to one.

import { totalmem } from 'node:os'

export interface Choice {
  readonly port: number
  readonly socketDir: string | null
  /** For tests only: a crash of the machine may lose everything. */
  readonly unsafeFast: boolean
}

const megabyte = 1024 * 1024

/** Name and value of every setting that differs from PostgreSQL's own. */
export function settings({ port, socketDir, unsafeFast }: Choice): Record<string, string> {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity) / megabyte
  const durable = unsafeFast ? 'off' : 'on'
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketDir === null ? '' : `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '120',
    shared_buffers: `${Math.round(Math.max(16, Math.min(256, memory / 8)))}MB`,
    effective_cache_size: `${Math.round(Math.max(64, memory / 2))}MB`,
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    wal_compression: 'on',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] %q%u ',
    cluster_name: 'liangxing',
  }
}
