// Numbers for Prometheus: how the house is doing, nothing about any person.

import type { WaitingActs } from '#ground/postgres/waiting-acts.ts'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  readonly duration: Histogram<'endpoint' | 'status'>
}

/** A registry of its own per server, so that several can live in one process (tests). */
export function openMetrics(read: {
  readonly waiting: () => number
  readonly listeners: () => number
  readonly unsealed: () => Promise<Pick<WaitingActs, 'waiting' | 'seconds'>>
}): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'liangxing_http_seconds',
    help: 'Time from request to answer, by endpoint and status class.',
    labelNames: ['endpoint', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const gauges = [
    { name: 'liangxing_db_waiting', help: 'Requests waiting for a database connection.', value: read.waiting },
    { name: 'liangxing_live_listeners', help: 'Open live streams.', value: read.listeners },
    {
      name: 'liangxing_acts_unsealed',
      help: 'Acts that wait for a sealer; 10000 stands for that or more, NaN while the database is away.',
      value: async () => (await read.unsealed()).waiting,
    },
    {
      name: 'liangxing_acts_unsealed_seconds',
      help: 'How long the oldest of them has waited; a minute says that no worker runs.',
      value: async () => (await read.unsealed()).seconds,
    },
  ]
  for (const gauge of gauges) {
    registry.registerMetric(
      new Gauge({
        name: gauge.name,
        help: gauge.help,
        registers: [],
        async collect() {
          // Whoever watches wants the other figures most when the database is away.
          this.set(await Promise.resolve(gauge.value()).catch(() => NaN))
        },
      }),
    )
  }
  return { registry, duration }
}

/** From this machine, or with the operator's token: figures about the house are nobody else's business. */
export function mayReadMetrics(
  request: { readonly ip: string; readonly headers: { readonly authorization?: string | undefined } },
  token: string | undefined,
): boolean {
  if (token !== undefined && token !== '') return request.headers.authorization === `Bearer ${token}`
  return ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)
}
