// (u) Photos: taken in over HTTP beside writing and hashing the same bytes, made into views beside sharp alone, and one
// likened to a million others beside a scan of their prints in memory.

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Client } from 'pg'
import { everywhere, houseId, innerActor } from '#ground/instance/actors.ts'
import { enterStatement } from '#ground/postgres/actor.ts'
import { ownerClient } from '#ground/postgres/database.ts'
import type { Instance } from '#ground/instance/instance.ts'
import { openAside } from '../aside.ts'
import type { Aside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import { seatOfficials } from '../officials.ts'
import { lookalikeText, lookalikeValues } from '../prints.ts'
import type * as PhotoIntake from '../parts/photo-intake.ts'
import type * as PhotoViews from '../parts/photo-views.ts'

const hands = 8
const prints = 1_000_000

/** The most memory that a process ever held, in MB. */
const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

async function intake({ quick, places, say }: Setting): Promise<Figure[]> {
  const { dataDir } = await places.demo()
  const instance = await places.open(dataDir)
  const owner = await ownerClient(instance.database.ownerUrl)
  const senders = await seatOfficials(owner, hands)
  const served = await places.serve({ dataDir, demo: false })
  const aside: Aside<typeof PhotoIntake> = openAside<typeof PhotoIntake>('photo-intake')
  const { bytes } = await aside.ask('prepare')
  const folder = join(places.folder(), 'plain')
  mkdirSync(folder)
  const given = { port: served.port, senders: senders.map(({ token, unit }) => ({ token, unit })), hands }
  await aside.ask('send', { ...given, photos: hands })
  const photos = quick ? 40 : 150
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round += 1) {
    say(`round ${round + 1}`)
    ours.push(photos / (await aside.ask('send', { ...given, photos })))
    plain.push(photos / (await aside.ask('write', { folder, photos, hands })))
  }
  const peak = peakOf(served.pid)
  await aside.close()
  await served.stop()
  await owner.end()
  await instance.close()
  const limit = { what: 'hashing and writing the same bytes, each file forced to disk once', value: median(plain) }
  const value = median(ours)
  const ratio = median(ours.map((rate, round) => rate / (plain[round] ?? 1)))
  const size = `${(bytes / 1_048_576).toFixed(1)} MB each, in chunks of 1 MB that are each on the disk before they are acknowledged`
  return [
    { what: `photos taken in over HTTP, ${hands} phones at once`, value, unit: '/s', limit, ratio, note: size },
    { what: '… peak memory of the server', value: peak, unit: 'MB', note: `${hands} photos of 4 MB on their way` },
  ]
}

async function views({ quick, say }: Setting): Promise<Figure[]> {
  const aside = openAside<typeof PhotoViews>('photo-views')
  await aside.ask('prepare')
  const times = quick ? 8 : 25
  const [ours, alone]: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round += 1) {
    say(`views, round ${round + 1}`)
    ours.push(await aside.ask('ours', times))
    alone.push(await aside.ask('alone', times))
  }
  await aside.close()
  const limit = { what: 'sharp alone, the photo opened for each view', value: median(alone) }
  const ratio = median(ours.map((rate, round) => rate / (alone[round] ?? 1)))
  const note = '12 megapixels; 360, 1600 and 2560 pixels, print and camera’s day, in a process apart'
  return [{ what: 'photos made into three views', value: median(ours), unit: '/s', limit, ratio, note }]
}

/** A million prints of pictures in a hundred counties; one in five shares a quarter with many, as pictures of one kind do. */
async function fill(owner: Client): Promise<void> {
  await owner.query(`insert into evidence_prints (district, unit, id, same, family, print, band_a, band_b, band_c, band_d)
    select d, d || '001001', id, md5(n::text), id, (a::bit(16) || b::bit(16) || c::bit(16) || e::bit(16))::bit(64), a, b, c, e
      from (select n, (990000 + n % 100)::text as d, gen_random_uuid() as id,
        case when n % 5 = 0 then (random() * 300)::int else (random() * 65535)::int end as a,
        (random() * 65535)::int as b, (random() * 65535)::int as c, (random() * 65535)::int as e
        from generate_series(1, ${prints}) n) made`)
  await owner.query('vacuum analyze evidence_prints')
}

const hexOf = (bits: string): string => BigInt(`0b${bits}`).toString(16).padStart(16, '0')
const flipped = (bits: string, count: number): string =>
  [...bits]
    .map((bit, at) => (at % Math.floor(64 / count) === 0 && at / Math.floor(64 / count) < count ? (bit === '0' ? '1' : '0') : bit))
    .join('')

function scan(all: BigUint64Array, print: bigint): number {
  const halves = new Uint32Array(all.buffer)
  const [low, high] = [Number(print & 0xffffffffn), Number(print >> 32n)]
  const ones = (value: number): number => {
    let left = value - ((value >>> 1) & 0x55555555)
    left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
    return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
  }
  let found = 0
  for (let at = 0; at < halves.length; at += 2) {
    if (ones((halves[at] ?? 0) ^ low) + ones((halves[at + 1] ?? 0) ^ high) <= 7) found += 1
  }
  return found
}

const p95 = (all: number[]): number => all.toSorted((one, other) => one - other)[Math.floor(all.length * 0.95)] ?? 0

async function likening(
  instance: Instance,
  owner: Client,
  searches: number,
): Promise<{ ours: number[]; scanned: number[]; missed: number }> {
  // One in four of the others is an item, too, so that what is found can be read.
  await owner.query(`insert into evidence_items (district, unit, id, subject, shows, effective_on, recorded_at, actor, file, name, media, bytes, preview)
    select district, unit, id, unit, '-', '2026-09-01', now(), id, repeat('a', 64), '', 'image/jpeg', 1, 'waiting'
      from evidence_prints order by id limit ${prints / 4}`)
  await owner.query('vacuum analyze evidence_items')
  const { rows } = await owner.query<{ bits: string; id: string }>(
    `select p.print::text as bits, p.id from evidence_prints p join evidence_items i on i.district = p.district and i.id = p.id order by p.same limit ${searches}`,
  )
  const { rows: every } = await owner.query<{ bits: string }>('select print::text as bits from evidence_prints')
  const memory = new BigUint64Array(every.map(({ bits }) => BigInt(`0b${bits}`)))
  const login = new pg.Client({ connectionString: instance.database.urlOf('liangxing_login') })
  await login.connect()
  const enter = `begin; ${enterStatement(innerActor(houseId, instance.house, everywhere))}`
  const [ours, scanned]: [number[], number[]] = [[], []]
  let missed = 0
  for (const { bits, id } of rows) {
    const looked = flipped(bits, 7)
    const begun = performance.now()
    await login.query(enter)
    const found = await login.query<{ id: string }>(lookalikeText, lookalikeValues(hexOf(looked), houseId))
    await login.query('commit')
    ours.push(performance.now() - begun)
    if (!found.rows.some((one) => one.id === id)) missed += 1
    const scanning = performance.now()
    scan(memory, BigInt(`0b${looked}`))
    scanned.push(performance.now() - scanning)
  }
  await login.end()
  return { ours, scanned, missed }
}

async function near({ quick, places, say }: Setting): Promise<Figure[]> {
  const instance = await places.open(places.dataDir())
  const owner = await ownerClient(instance.database.ownerUrl)
  say(`${prints} prints`)
  await fill(owner)
  const { ours, scanned, missed } = await likening(instance, owner, quick ? 100 : 500)
  await owner.end()
  await instance.close()
  if (missed > 0) throw new Error(`${missed} of ${ours.length} near pictures were not found`)
  const value = p95(ours)
  const limit = { what: 'scan of all prints in memory', value: p95(scanned) }
  const note = `p95 of ${ours.length} searches, each for a picture seven bits away, all found; median ${median(ours).toFixed(1)} ms; row security on`
  return [
    { what: 'a picture likened to a million', value, unit: 'ms', limit, ratio: value / limit.value, aim: atMost(value, 200, 'ms'), note },
  ]
}

async function run(setting: Setting): Promise<Figure[]> {
  return [...(await near(setting)), ...(await views(setting)), ...(await intake(setting))]
}

export const photos: Case = { letter: 'u', title: 'Photos', run }
