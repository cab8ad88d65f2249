// The same transactions by plain SQL, and the bare insert: as many connections as the server keeps, one transaction after
// another on each, statements prepared once.

import pg from 'pg'
import type { Client } from 'pg'
import type { Hall, Judge } from '../judges.ts'
import { closedLoop } from '../load.ts'
import type { Load } from '../load.ts'
import { bareInsert, bareValues, beginText, plainScore } from '../scores.ts'
import type { Query } from '../writes.ts'

interface Given {
  readonly loginUrl: string
  readonly ownerUrl: string
  readonly connections: number
  readonly hall: Hall
}

let hall: Hall | null = null
let logins: Client[] = []
let owners: Client[] = []

const connected = async (url: string, count: number): Promise<Client[]> => {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  return clients
}

/** Connects as the login role and, for the bare insert, as the owner. */
export async function open(given: Given): Promise<void> {
  hall = given.hall
  logins = await connected(given.loginUrl, given.connections)
  owners = await connected(given.ownerUrl, given.connections)
}

const through =
  (client: Client): Query =>
  ({ name, text }, values) =>
    client.query({ name, text, values: [...values] })

const someone = (): { hall: Hall; judge: Judge } => {
  const judge = hall?.judges[Math.floor(Math.random() * hall.judges.length)]
  if (hall === null || judge === undefined) throw new Error('open first')
  return { hall, judge }
}

/** Transactions like the server's. */
export function plain(loop: { readonly seconds: number; readonly warm: number }): Promise<Load> {
  return closedLoop({ ...loop, askers: logins.length }, async (asker) => {
    const client = logins[asker]
    if (client === undefined) throw new Error('open first')
    const { hall: there, judge } = someone()
    await client.query(beginText(there, judge.seat))
    await plainScore(through(client), there, judge)
    await client.query('commit')
  })
}

/** Single inserts without act, policy, entry or explicit transaction. */
export function bare(loop: { readonly seconds: number; readonly warm: number }): Promise<Load> {
  return closedLoop({ ...loop, askers: owners.length }, async (asker) => {
    const client = owners[asker]
    if (client === undefined) throw new Error('open first')
    const { hall: there, judge } = someone()
    await through(client)(bareInsert, bareValues(there, judge.seat))
  })
}
