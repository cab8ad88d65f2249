// The same transactions by plain SQL, and the bare insert: as many connections as the server keeps, one transaction after
// another on each, statements prepared once.

import pg from 'pg'
import type { Client } from 'pg'
import { closedLoop, openLoop } from '../load.ts'
import type { Load } from '../load.ts'
import type { Official } from '../officials.ts'
import { bareInsert, bareValues, beginText, plainWrite } from '../writes.ts'
import type { Query } from '../writes.ts'

interface Given {
  readonly loginUrl: string
  readonly ownerUrl: string
  readonly connections: number
  readonly officials: readonly Official[]
  readonly grants: readonly string[]
  readonly day: string
}

let given: Given | null = null
let logins: Client[] = []
let owners: Client[] = []

const connected = async (url: string, count: number): Promise<Client[]> => {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  return clients
}

/** Connects as the login role and, for the bare insert, as the owner. */
export async function open(asked: Given): Promise<void> {
  given = asked
  logins = await connected(asked.loginUrl, asked.connections)
  owners = await connected(asked.ownerUrl, asked.connections)
}

const through =
  (client: Client): Query =>
  ({ name, text }, values) =>
    client.query({ name, text, values: [...values] })

const someone = (): Official => {
  const official = given?.officials[Math.floor(Math.random() * given.officials.length)]
  if (official === undefined) throw new Error('open first')
  return official
}

const transact = async (asker: number): Promise<void> => {
  const client = logins[asker]
  if (client === undefined || given === null) throw new Error('open first')
  const official = someone()
  await client.query(beginText(official, given.grants))
  await plainWrite(through(client), official, given.day)
  await client.query('commit')
}

/** Transactions like the server's. */
export const plain = (loop: { readonly seconds: number; readonly warm: number }): Promise<Load> =>
  closedLoop({ ...loop, askers: logins.length }, transact)

/** The same by the clock. */
export const plainByClock = (loop: { readonly rate: number; readonly seconds: number; readonly warm: number }): Promise<Load> =>
  openLoop({ ...loop, askers: logins.length }, transact)

/** Single inserts without act, policy, entry or explicit transaction. */
export function bare(loop: { readonly seconds: number; readonly warm: number }): Promise<Load> {
  return closedLoop({ ...loop, askers: owners.length }, async (asker) => {
    const client = owners[asker]
    if (client === undefined || given === null) throw new Error('open first')
    await through(client)(bareInsert, bareValues(someone(), given.day))
  })
}
