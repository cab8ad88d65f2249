// Runs background tasks with graphile-worker: rooms/<room>/jobs/<task>.ts, found by the name-plates, and the ground's own.
// At least once: a task that failed or whose process died is tried again, so handlers are idempotent.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Logger, parseCronItems, run } from 'graphile-worker'
import type { CronItem, Runner, TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Actor } from '#ground/http/handler.ts'
import { houseId, innerActor } from '#ground/instance/actors.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { recorder } from '#ground/postgres/acts.ts'
import { clientAt } from '#ground/postgres/address.ts'
import type { Announcement } from '#ground/live/announcement.ts'
import { forgetAnswers } from './forget-answers.ts'
import type { JobContext, JobHandler } from './job.ts'

export interface Worker {
  close(): Promise<void>
}

function contextOf(instance: Instance, room: string): JobContext {
  const { clock, dice, vault, files, settings } = instance
  return {
    clock,
    dice,
    vault,
    files,
    settings,
    transaction: async (scopes, work) => {
      const actor: Actor = innerActor(houseId, instance.house, scopes)
      const announcements: Announcement[] = []
      const value = await instance.postgres.transaction(actor, async ({ db, later }) => ({
        keep: true,
        value: await work({
          db,
          act: recorder({ later }, { actor, room, clock, dice }, announcements),
        }),
      }))
      for (const announcement of announcements) instance.hub.announce(announcement)
      return value
    },
  }
}

async function tasksOf(instance: Instance): Promise<{ tasks: TaskList; crons: CronItem[] }> {
  const tasks: TaskList = { 'ground.forget-answers': () => forgetAnswers(instance.database.urlOf('liangxing_worker'), instance.clock) }
  const crons: CronItem[] = [{ task: 'ground.forget-answers', match: '20 18 * * *' }]
  for (const plate of instance.house.plates) {
    for (const name of plate.jobs ?? []) {
      const task = name.slice(plate.name.length + 1)
      const path = join(instance.house.root, 'rooms', plate.name, 'jobs', `${task}.ts`)
      const { default: handler } = (await import(pathToFileURL(path).href)) as { default: JobHandler }
      tasks[name] = (payload) => handler.run(payload, contextOf(instance, plate.name))
      if (handler.cron !== undefined) crons.push({ task: name, match: handler.cron })
    }
  }
  return { tasks, crons }
}

export interface WorkerOptions {
  /** Whether tasks that have their times come by themselves. */
  readonly byTheClock: boolean
}

/** Starts the worker; `close` lets running tasks finish. */
export async function startWorker(instance: Instance, onError: (error: Error) => void, options: WorkerOptions): Promise<Worker> {
  const { tasks, crons } = await tasksOf(instance)
  // A pool of our own: the library's stops listening for errors before its connections have ended, and a database that goes
  // down in that moment would take the process with it.
  const pgPool = new pg.Pool({ Client: clientAt(() => instance.database.urlOf('liangxing_worker')), max: 10 })
  pgPool.on('error', onError)
  pgPool.on('connect', (client) => client.on('error', onError))
  const runner: Runner = await run({
    pgPool,
    taskList: tasks,
    parsedCronItems: parseCronItems(options.byTheClock ? crons : []),
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') onError(new Error(message))
    }),
  })
  return {
    close: async () => {
      await runner.stop()
      await pgPool.end()
    },
  }
}
