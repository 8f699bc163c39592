import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { nothingToDo, type BoundReaction, type Migration, type Reaction } from '../../domain-module.ts'
import { createTestPlatform, testCaller, testSituation, type TestPlatform } from '../create-platform.testing.ts'
import { createPlatform, type Platform } from '../create-platform.ts'
import { domainSchema } from '../database/domain-schema.ts'
import { newId } from '../database/new-id.ts'
import { createUnitOfWork } from '../database/unit-of-work.ts'
import { tenantTable } from '../database/tenant-table.ts'
import { Problem } from '../http/problem.ts'
import type { DomainEvent, NewEvent } from '../seams.ts'
import { createConsumeOnce } from './consume-once.ts'
import { createRelay, type Relay } from './relay.ts'

const migrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({ schema: 'gardens', name: 'beds', columns: { event_id: 'uuid' } }),
    ],
  },
]
const added = (n: number): NewEvent => ({ type: 'gardens.bed-added', data: { n } })

/** Writes one row per event, so that effects can be counted. */
const recording = (more: Partial<Reaction> = {}): BoundReaction => ({
  event: 'gardens.bed-added',
  consumer: 'gardens.record',
  keep: async (event: DomainEvent, _gathered, { tx }) => {
    await sql`insert into gardens.beds (organization_id, id, event_id) values (${event.organizationId}, ${newId()}, ${event.id})`.execute(
      tx,
    )
  },
  ...more,
})

type TestRelay = Pick<Platform, 'database' | 'vault' | 'unitOfWork' | 'relay'>

describe.each(['pglite', 'postgres'] as const)('the relay on %s', (engine) => {
  let kit: TestPlatform
  let relay: Relay
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())
  afterEach(() => relay.stop())

  /** A relay of the test's own on the file's database; consumers that are new to it hear what happens from now on. */
  const startWith = async (reactions: readonly BoundReaction[], ports: unknown = {}): Promise<TestRelay> => {
    const { database, vault, ledger } = kit.platform
    const clock = (): Date => new Date()
    const unitOfWork = createUnitOfWork({ database, vault, ledger, onEvents: () => relay.wake() })
    relay = createRelay({
      database,
      consumeOnce: createConsumeOnce({ database, unitOfWork, vault, clock }),
      clock,
      log: kit.log,
    })
    relay.subscribe({ name: 'gardens', ports, reactions })
    await relay.start()
    return { database, vault, unitOfWork, relay }
  }
  const emit = (platform: TestRelay, organizationId: string, events: readonly NewEvent[]) =>
    platform.unitOfWork.run(
      { domain: 'gardens', situation: testSituation(testCaller(organizationId)), idempotency: null, audit: () => [] },
      async (keeping) => {
        for (const event of events) await keeping.emit(event)
      },
    )
  const effects = async (platform: TestRelay, organizationId: string): Promise<number> => {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from gardens.beds where organization_id = ${organizationId}`.execute(
      platform.database.owner(),
    )
    return rows[0]?.n ?? -1
  }

  test('delivers every event once to each consumer and to listeners in commit order', async () => {
    const platform = await startWith([recording(), recording({ consumer: 'gardens.record-again' })])
    const heard: unknown[] = []
    platform.relay.onDelivered(({ data }) => heard.push(data['n']))
    const organizationId = newId()
    for (let n = 0; n < 5; n += 1) await emit(platform, organizationId, [added(n)])
    await Promise.all(Array.from({ length: 20 }, (_, n) => emit(platform, organizationId, [added(100 + n)])))
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(50)
    expect(heard.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
    expect(new Set(heard).size).toBe(25)
    expect(heard).toHaveLength(25)
  })

  test('wakes within moments of a commit', async () => {
    const platform = await startWith([recording()])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1)])
    await expect.poll(() => effects(platform, organizationId), { timeout: 900, interval: 10 }).toBe(1)
  })

  test('delivers what a reaction emits, and nothing of a transaction that rolled back', async () => {
    const chained = recording({
      consumer: 'gardens.chain',
      keep: async (event, _gathered, keeping) => {
        if (Number(event.data['n']) < 3) await keeping.emit(added(Number(event.data['n']) + 1))
      },
    })
    const platform = await startWith([recording(), chained])
    const organizationId = newId()
    const rolledBack = platform.unitOfWork.run(
      { domain: 'gardens', situation: testSituation(testCaller(organizationId)), idempotency: null, audit: () => [] },
      async ({ emit: emitHere }) => {
        await emitHere(added(9))
        throw new Error('no')
      },
    )
    await expect(rolledBack).rejects.toThrow('no')
    await emit(platform, organizationId, [added(0)])
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(4)
  })

  test('takes effect once when an event comes twice at the same moment', async () => {
    const platform = await startWith([])
    const organizationId = newId()
    const event: DomainEvent = { id: newId(), organizationId, at: new Date().toISOString(), version: 1, ...added(1) }
    const consumeOnce = createConsumeOnce({ ...platform, clock: () => new Date() })
    const domain = { name: 'gardens', ports: {}, reactions: [] }
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => consumeOnce(domain, recording(), event)))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(await effects(platform, organizationId)).toBe(1)
  })

  test('goes past an event that fails, tries it again, and keeps no message of the failure', async () => {
    let broken = true
    const failing = recording({
      consumer: 'gardens.failing',
      gather: async (event) => {
        if (broken && event.data['n'] === 1) throw new Error('Jane Roe-Fictional cannot be gathered')
      },
    })
    const platform = await startWith([failing, recording()])
    const organizationId = newId()
    for (const n of [0, 1, 2]) await emit(platform, organizationId, [added(n)])
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(5)
    const stored = await sql<{ error: string; attempts: number }>`select * from platform.failed_deliveries`.execute(
      platform.database.owner(),
    )
    expect(stored.rows).toMatchObject([{ error: 'Error', attempts: 1 }])
    expect(JSON.stringify([stored.rows, kit.logged])).not.toContain('Jane')
    broken = false
    await expect.poll(() => effects(platform, organizationId), { timeout: 5_000 }).toBe(6)
    await expect
      .poll(
        async () =>
          (await sql`select 1 from platform.failed_deliveries`.execute(platform.database.owner())).rows.length,
      )
      .toBe(0)
  })

  test('parks an event that never succeeds and tries it again when an operator says so', async () => {
    let broken = true
    const failing = recording({
      consumer: 'gardens.parking',
      keep: async (event, _gathered, { tx }) => {
        if (broken) throw new Problem(409, 'not_now', 'Not now.')
        await sql`insert into gardens.beds (organization_id, id, event_id) values (${event.organizationId}, ${newId()}, ${event.id})`.execute(
          tx,
        )
      },
    })
    const platform = await startWith([failing])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1)])
    await platform.relay.settle()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await sql`update platform.failed_deliveries set next_at = now() - interval '1 hour'`.execute(
        platform.database.owner(),
      )
      await platform.relay.settle()
    }
    expect(await platform.relay.parked()).toMatchObject([
      { consumer: 'gardens.parking', error: 'Problem not_now', organizationId },
    ])
    broken = false
    expect(await platform.relay.retryParked()).toBe(1)
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(1)
    expect(await platform.relay.parked()).toEqual([])
  })

  test('keeps no mark of what concerns nobody, but a record of whom it looked at to find that out', async () => {
    const patientId = newId()
    const asked: unknown[] = []
    const unconcerned = recording({
      consumer: 'gardens.unconcerned',
      gather: async ({ data }, _ports, { access }) => {
        asked.push(data['n'])
        if (data['n'] === 2) access.touch(patientId)
        return nothingToDo
      },
    })
    const platform = await startWith([unconcerned])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1), added(2)])
    await platform.relay.settle()
    expect(asked).toEqual([1, 2])
    expect(await effects(platform, organizationId)).toBe(0)
    const owner = platform.database.owner()
    const looked = await sql<{ operation: string }>`
      select operation from audit.accesses where patient_id = ${patientId}`.execute(owner)
    expect(looked.rows).toEqual([{ operation: 'gardens.unconcerned' }])
    const marks = await sql<{ n: number }>`
      select count(*)::integer as n from platform.consumed where organization_id = ${organizationId}`.execute(owner)
    // The one whose look is on the record.
    expect(marks.rows[0]?.n).toBe(1)
  })

  test('a consumer of several kinds of event hears them in the order in which they happened', async () => {
    const heard: string[] = []
    const both = recording({
      event: ['gardens.bed-added', 'gardens.bed-removed'],
      consumer: 'gardens.both',
      gather: async ({ type }) => {
        heard.push(type)
        return nothingToDo
      },
    })
    const platform = await startWith([both])
    const organizationId = newId()
    const removed: NewEvent = { type: 'gardens.bed-removed', data: {} }
    await emit(platform, organizationId, [added(1)])
    await emit(platform, organizationId, [removed])
    await emit(platform, organizationId, [added(2)])
    await platform.relay.settle()
    expect(heard).toEqual(['gardens.bed-added', 'gardens.bed-removed', 'gardens.bed-added'])
  })

  test('a consumer that falls far behind misses nothing', async () => {
    let release = (): void => undefined
    const stuck = new Promise<void>((resolve) => (release = resolve))
    const heard: unknown[] = []
    const slow = recording({
      consumer: 'gardens.far-behind',
      gather: async ({ data }) => {
        await stuck
        heard.push(data['n'])
        return nothingToDo
      },
    })
    const platform = await startWith([slow])
    const organizationId = newId()
    const many = Array.from({ length: 1_300 }, (_, n) => n)
    for (let from = 0; from < many.length; from += 130)
      await emit(platform, organizationId, many.slice(from, from + 130).map(added))
    let listenersHeard = 0
    platform.relay.onDelivered(() => (listenersHeard += 1))
    await emit(platform, organizationId, [added(1_300)])
    await expect.poll(() => listenersHeard, { timeout: 5_000 }).toBeGreaterThan(0)
    release()
    await platform.relay.settle()
    expect(heard).toEqual([...many, 1_300])
  })

  test('gathers through ports as the system, and records whom a reaction touched', async () => {
    const patientId = newId()
    const asking = recording({
      consumer: 'gardens.ask',
      gather: async (_event, ports, reading) => {
        reading.access.because('coordination')
        return (ports as { find: (r: typeof reading) => Promise<string> }).find(reading)
      },
      keep: async (_event, gathered, { caller }) => {
        expect([gathered, caller.kind]).toEqual(['found by gardens.ask', 'system'])
      },
    })
    const ports = {
      find: async (reading: { caller: { personId: string }; access: { touch(id: string): void } }) => {
        reading.access.touch(patientId)
        return `found by ${reading.caller.personId}`
      },
    }
    const platform = await startWith([asking], ports)
    const organizationId = newId()
    await emit(platform, organizationId, [added(1)])
    await platform.relay.settle()
    const { rows } = await sql`
      select patient_id, operation, actor_kind, actor_id, because, outcome from audit.accesses where organization_id = ${organizationId}`.execute(
      platform.database.owner(),
    )
    expect(rows).toEqual([
      {
        patient_id: patientId,
        operation: 'gardens.ask',
        actor_kind: 'system',
        actor_id: 'gardens.ask',
        because: 'coordination',
        outcome: 'done',
      },
    ])
  })

  // The embedded engine runs one transaction at a time.
  test.skipIf(engine === 'pglite')('waits for a transaction that began earlier and commits later', async () => {
    const platform = await startWith([recording({ consumer: 'gardens.ordered' })])
    const organizationId = newId()
    const heard: unknown[] = []
    platform.relay.onDelivered((event) => {
      if (event.organizationId === organizationId) heard.push(event.data['n'])
    })
    let commit = (): void => undefined
    let written = (): void => undefined
    const held = new Promise<void>((resolve) => (commit = resolve))
    const begun = new Promise<void>((resolve) => (written = resolve))
    const slow = platform.unitOfWork.run(
      { domain: 'gardens', situation: testSituation(testCaller(organizationId)), idempotency: null, audit: () => [] },
      async (keeping) => {
        await sql`insert into gardens.beds (organization_id, id) values (${organizationId}, ${newId()})`.execute(
          keeping.tx,
        )
        await keeping.emit(added(1))
        written()
        await held
      },
    )
    await begun
    await emit(platform, organizationId, [added(2)])
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(heard).toEqual([])
    commit()
    await slow
    await platform.relay.settle()
    expect(heard).toEqual([1, 2])
    expect(await effects(platform, organizationId)).toBe(3)
  })

  // Generous: a transaction of another test on the same cluster keeps what is younger from settling.
  test('lets a slow consumer hold up nobody else', async () => {
    let release = (): void => undefined
    const stuck = new Promise<void>((resolve) => (release = resolve))
    const slow = recording({ consumer: 'gardens.slow', gather: () => stuck })
    const platform = await startWith([slow, recording()])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1), added(2), added(3)])
    await expect.poll(() => effects(platform, organizationId), { timeout: 20_000 }).toBe(3)
    release()
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(6)
  })
})

describe('two processes on PostgreSQL', () => {
  test('deliver each event once between them, tell listeners in both, and take over from one another', async () => {
    const kit = await createTestPlatform('postgres', migrations)
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
      kit.platform.database.owner(),
    )
    const url = new URL(inject('postgresUrl'))
    url.pathname = `/${rows[0]?.name}`
    const second = await createPlatform({
      databaseUrl: url.href,
      poolSize: 4,
      keyFolder: join(kit.folder, 'keys'),
      checkpointFile: join(kit.folder, 'checkpoints-2.ndjson'),
      clock: () => new Date(),
      log: kit.log,
      migrations,
    })
    const did: string[] = []
    const heard: string[] = []
    for (const [name, platform] of [
      ['one', kit.platform],
      ['two', second],
    ] as const) {
      const gather = async (): Promise<void> => void did.push(name)
      platform.relay.subscribe({ name: 'gardens', ports: {}, reactions: [recording({ gather })] })
      platform.relay.onDelivered(() => heard.push(name))
      await platform.start()
    }
    const organizationId = newId()
    const emitFrom = (platform: Platform) =>
      platform.unitOfWork.run(
        { domain: 'gardens', situation: testSituation(testCaller(organizationId)), idempotency: null, audit: () => [] },
        ({ emit }) => emit(added(1)),
      )
    await emitFrom(second)
    await expect.poll(() => did, { timeout: 5_000 }).toEqual(['one'])
    await expect.poll(() => [...heard].sort(), { timeout: 5_000 }).toEqual(['one', 'two'])
    await kit.platform.relay.stop()
    await emitFrom(second)
    await expect.poll(() => did, { timeout: 15_000 }).toEqual(['one', 'two'])
    await second.stop()
    await kit.stop()
  })
})
