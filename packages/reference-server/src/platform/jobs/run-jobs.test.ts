import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { createTestDatabase, type TestDatabase } from '../database/tests/create-test-database.testing.ts'
import type { Logger } from '../logging/logger.ts'
import { createJobRunner } from './run-jobs.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const silent: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

describe.each(platformEngines)('jobs on %s', (engine) => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine, migrations: [] })
  })
  afterAll(() => kit.close())

  test('run when due by the clock, and not before', async () => {
    let now = new Date('2026-11-25T15:00:00Z')
    const ran: string[] = []
    const runner = createJobRunner({ database: kit.database, clock: () => now, log: silent })
    runner.add([{ name: 'garden.water', everySeconds: 3_600, run: async (at) => void ran.push(at.toISOString()) }])
    await runner.runDue()
    await runner.runDue()
    now = new Date('2026-11-25T15:59:59Z')
    await runner.runDue()
    now = new Date('2026-11-25T16:00:00Z')
    await runner.runDue()
    expect(ran).toEqual(['2026-11-25T15:00:00.000Z', '2026-11-25T16:00:00.000Z'])
  })

  test('that fail are logged without their message and run again', async () => {
    let now = new Date('2026-11-25T15:00:00Z')
    let runs = 0
    const runner = createJobRunner({ database: kit.database, clock: () => now, log: silent })
    const run = async (): Promise<void> => {
      runs += 1
      throw new Error('Jane Roe-Fictional')
    }
    runner.add([{ name: 'garden.fail', everySeconds: 60, run }])
    await runner.runDue()
    const { rows } = await sql<{
      last_error: string
    }>`select last_error from platform.jobs where name = 'garden.fail'`.execute(kit.database.owner())
    expect(rows).toEqual([{ last_error: 'Error' }])
    now = new Date('2026-11-25T15:01:00Z')
    await runner.runDue()
    expect(runs).toBe(2)
  })

  test('that are due together run once each, whichever processes ask', async () => {
    const now = new Date('2026-11-25T15:00:00Z')
    const ran: string[] = []
    const process = () => {
      const runner = createJobRunner({ database: kit.database, clock: () => now, log: silent })
      const names = ['garden.rake', 'garden.dig', 'garden.prune']
      runner.add(names.map((name) => ({ name, everySeconds: 60, run: async () => void ran.push(name) })))
      return runner
    }
    await Promise.all(Array.from({ length: 6 }, () => process().runDue()))
    expect(ran.toSorted()).toEqual(['garden.dig', 'garden.prune', 'garden.rake'])
  })

  test('keep the end of each run, also of those that end together', async () => {
    const runner = createJobRunner({ database: kit.database, clock: () => new Date(), log: silent })
    const fail = async (): Promise<void> => {
      throw new TypeError('Jane Roe-Fictional')
    }
    runner.add([
      { name: 'garden.sow', everySeconds: 60, run: async () => undefined },
      { name: 'garden.burn', everySeconds: 60, run: fail },
    ])
    await runner.start()
    const ends = async () => {
      const { rows } = await sql`select name, last_error, last_ended_at is not null as ended from platform.jobs
        where name in ('garden.sow', 'garden.burn') order by name`.execute(kit.database.owner())
      return rows
    }
    await expect.poll(ends, { timeout: 5_000 }).toEqual([
      { name: 'garden.burn', last_error: 'TypeError', ended: true },
      { name: 'garden.sow', last_error: null, ended: true },
    ])
    await runner.stop()
  })

  test('are skipped while they report that there is nothing to do', async () => {
    let runs = 0
    let isIdle = true
    const runner = createJobRunner({ database: kit.database, clock: () => new Date(), log: silent })
    runner.add([{ name: 'garden.weed', everySeconds: 0, run: async () => void (runs += 1), isIdle: () => isIdle }])
    await runner.runDue()
    isIdle = false
    await runner.runDue()
    expect(runs).toBe(1)
  })

  test('run in one process at a time, and in the other when the first stops', async () => {
    const ran: string[] = []
    const start = async (name: string) => {
      const runner = createJobRunner({ database: kit.database, clock: () => new Date(), log: silent })
      runner.add([{ name: 'garden.tick', everySeconds: 0, run: async () => void ran.push(name) }])
      await runner.start()
      return runner
    }
    // On the embedded engine a second process cannot exist: the one that starts takes over.
    const first = await start('first')
    await expect.poll(() => ran.length, { timeout: 5_000 }).toBeGreaterThan(1)
    const second = engine === 'postgres' ? await start('second') : null
    await expect.poll(() => ran.length, { timeout: 5_000 }).toBeGreaterThan(3)
    expect(new Set(ran)).toEqual(new Set(['first']))
    await first.stop()
    if (second) {
      await expect.poll(() => ran.includes('second'), { timeout: 20_000 }).toBe(true)
      await second.stop()
    }
  })

  test('are waited for when stopping', async () => {
    let finished = false
    let begun = (): void => undefined
    const beginning = new Promise<void>((resolve) => (begun = resolve))
    const runner = createJobRunner({ database: kit.database, clock: () => new Date(), log: silent })
    const run = async (): Promise<void> => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 100))
      finished = true
    }
    runner.add([{ name: 'garden.slow', everySeconds: 3_600, run }])
    await runner.start()
    await beginning
    await runner.stop()
    expect(finished).toBe(true)
  })
})
