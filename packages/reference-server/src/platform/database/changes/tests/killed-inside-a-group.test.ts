import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPlatform, type Platform } from '../../../create-platform.ts'
import { testCaller } from '../../../tests/create-platform.testing.ts'
import type { Caller } from '../../../contracts/caller.ts'
import { Problem } from '../../../problems/problem.ts'
import { copyTemplate, migratedTo, type PreparedDatabase } from '../../tests/create-test-database.testing.ts'
import { killedRequest, killedWriterPlatform, type KilledWriter } from './change-until-killed.testing.ts'
import { countersMigrations, readTallies } from './counters.testing.ts'
import { replayIdOf } from '../../unit-of-work/replays.ts'

/** `npm run prove:groups` runs two hundred on PostgreSQL; `npm test` a few. The embedded engine starts more slowly: a tenth. */
const rounds = Number(process.env['GROUP_CRASH_ROUNDS'] ?? '10')
const embeddedRounds = Math.ceil(rounds / 10) + 1

let folder: string
let database: PreparedDatabase | null
let platform: Platform | null
const children = new Set<ChildProcess>()
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visitkit-killed-groups-'))
  database = null
  platform = null
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
  await platform?.stop()
  await database?.remove()
  await rm(folder, { recursive: true, force: true })
})

interface Writer {
  readonly caller: Caller
  /** Starts it, and kills it at a moment after this number of acknowledged changes. Returns them: the receipt of each entry. */
  runUntilKilled(count: number, moment: () => Promise<void>): Promise<ReadonlyMap<string, string>>
}

/** A process that has opened the platform and waits. */
const prepareWriter = async (databaseUrl: string): Promise<Writer> => {
  const caller = testCaller()
  const options: KilledWriter = { databaseUrl, folder, caller }
  const script = join(import.meta.dirname, 'change-until-killed.testing.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.add(child)
  let text = ''
  let check = (): void => undefined
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    check()
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const hasPrinted = (lines: number): Promise<void> =>
    new Promise((resolve, reject) => {
      check = () => text.split('\n').length > lines && resolve()
      check()
      void ended.then(() => reject(new Error('The writer ended by itself.')))
    })
  await hasPrinted(1)
  return {
    caller,
    runUntilKilled: async (count, moment) => {
      child.stdin.write('start\n')
      await hasPrinted(1 + count)
      await moment()
      child.kill('SIGKILL')
      await ended
      children.delete(child)
      // A line that the kill has cut is not acknowledged.
      const lines = text.split('\n').slice(1, -1)
      return new Map(lines.map((line) => line.split(' ') as [string, string]))
    },
  }
}

interface Round {
  readonly acknowledged: number
  /** Stored, but killed before the response. */
  readonly unanswered: number
}

/** Compares what is stored for the killed process with what it acknowledged. */
const checkRound = async (
  platform: Platform,
  caller: Caller,
  acknowledged: ReadonlyMap<string, string>,
): Promise<Round> => {
  const { counters, entries, events, accesses, keys } = await readTallies(
    platform.database.owner(),
    caller.organizationId,
  )
  const stored = entries.map(({ id }) => id).toSorted()
  expect(
    Array.from(acknowledged.keys()).filter((id) => !stored.includes(id)),
    'acknowledged, but not stored',
  ).toEqual([])
  const answers = stored.map((key) => replayIdOf({ caller }, { key })).toSorted()
  expect({ events, accesses, keys }).toEqual({ events: stored, accesses: stored, keys: answers })
  for (const { id, value, version } of counters) {
    const own = entries.filter(({ counterId }) => counterId === id)
    expect(own.map((entry) => entry.version)).toEqual(Array.from({ length: value }, (_, index) => index + 2))
    expect(version).toBe(value + 1)
  }
  const unanswered = stored.filter((id) => !acknowledged.has(id))
  // A repeated request gets the response that was acknowledged, or the one that the kill cut off.
  for (const id of [...Array.from(acknowledged.keys()).slice(-3), ...unanswered.slice(0, 3)]) {
    const { result, replayed } = await platform.unitOfWork.keep(killedRequest(caller, id), () => {
      throw new Problem(409, 'version_conflict', 'Added before.')
    })
    expect({ replayed, id: result.id }).toEqual({ replayed: true, id })
    if (acknowledged.has(id)) expect(result.receipt).toBe(acknowledged.get(id))
  }
  return { acknowledged: acknowledged.size, unanswered: unanswered.length }
}

const report = (engine: string, all: readonly Round[], started: number): void => {
  const sum = (property: keyof Round): number => all.reduce((total, round) => total + round[property], 0)
  console.info(
    `${engine}: ${all.length} rounds in ${Math.round((performance.now() - started) / 1000)} s, ${sum('acknowledged')} changes acknowledged, ` +
      `${sum('unanswered')} stored without an answer, in ${all.filter(({ unanswered }) => unanswered > 0).length} rounds`,
  )
}
const anyNumber = (): number => Math.floor(Math.random() * 150)
/** Acknowledgements come in bursts, at the end of a group. The next groups are gathered, sent and executed within this time. */
const anyMoment = async (): Promise<void> => {
  const until = performance.now() + Math.random() * 15
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve))
}

describe('a server that is killed while it commits groups of changes', () => {
  test(
    `has stored each change whole or not at all on postgres, and each acknowledged one (${rounds} rounds)`,
    async () => {
      database = await copyTemplate('postgres', migratedTo(countersMigrations))
      const opened = (platform = await createPlatform(killedWriterPlatform({ databaseUrl: database.url, folder })))
      const results: Round[] = []
      const started = performance.now()
      let next = prepareWriter(writerUrl(database.url, 0))
      for (let round = 0; round < rounds; round += 1) {
        const writer = await next
        if (round + 1 < rounds) next = prepareWriter(writerUrl(database.url, round + 1))
        next.catch(() => undefined)
        const acknowledged = await writer.runUntilKilled(
          anyNumber(),
          round % 2 === 0 ? () => whileExecuting(opened, round) : anyMoment,
        )
        // PostgreSQL still executes what it had received.
        await expect.poll(() => sessionsOf(opened, round), { timeout: 30_000, interval: 5 }).toBe(0)
        results.push(await checkRound(opened, writer.caller, acknowledged))
      }
      report(`postgres (${await rolledBack(opened)} transactions rolled back)`, results, started)
      expect(results.some(({ unanswered }) => unanswered > 0)).toBe(true)
    },
    rounds * 20_000,
  )

  test(
    `has stored each change whole or not at all on pglite, and each acknowledged one (${embeddedRounds} rounds)`,
    async () => {
      database = await copyTemplate('pglite', migratedTo(countersMigrations))
      const results: Round[] = []
      const started = performance.now()
      for (let round = 0; round < embeddedRounds; round += 1) {
        const writer = await prepareWriter(database.url)
        const acknowledged = await writer.runUntilKilled(anyNumber(), anyMoment)
        platform = await createPlatform(killedWriterPlatform({ databaseUrl: database.url, folder }))
        results.push(await checkRound(platform, writer.caller, acknowledged))
        await platform.stop()
        platform = null
      }
      report('pglite', results, started)
    },
    embeddedRounds * 60_000,
  )
})

/** Each process has a name, so that its sessions can be counted. */
const nameOf = (round: number): string => `killed-${round}`
const writerUrl = (url: string, round: number): string => {
  const named = new URL(url)
  named.searchParams.set('application_name', nameOf(round))
  return named.href
}
const sessionsOf = async ({ database: { owner } }: Platform, round: number, state: string | null = null) => {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
    where application_name = ${nameOf(round)} and state = coalesce(${state}::text, state)`.execute(owner())
  return rows[0]?.n ?? -1
}
/** Resolves while PostgreSQL executes a group of this process. */
const whileExecuting = async (platform: Platform, round: number): Promise<void> => {
  while ((await sessionsOf(platform, round, 'active')) === 0);
}
/** Among them the groups that were cut by a kill. */
const rolledBack = async ({ database: { owner } }: Platform): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select xact_rollback::integer as n from pg_stat_database
    where datname = current_database()`.execute(owner())
  return rows[0]?.n ?? -1
}
