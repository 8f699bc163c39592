import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, test } from 'vitest'
import { createTestPlatform, testCaller, testRequestContext } from '../tests/create-platform.testing.ts'
import { createPlatform, type Platform } from '../create-platform.ts'
import { newId } from '../database/ids/new-id.ts'
import { createConsumeOnce } from './consume-once.ts'
import type { NewEvent } from '../contracts/event.ts'
import { nothingToDo, onEvent, onEvents } from '../contracts/reaction.ts'
import {
  added,
  effects,
  emit,
  migrations,
  numberOf,
  prepareRelays,
  recordEvent,
  recording,
  type Added,
} from './relay.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('the relay on %s', (engine) => {
  const { startWith } = prepareRelays(engine)

  test('delivers every event once to each consumer and to listeners in commit order', async () => {
    const platform = await startWith([recording(), recording({ consumer: 'gardens.record-again' })])
    const received: unknown[] = []
    platform.relay.onDelivered((event) => received.push(numberOf(event)))
    const organizationId = newId()
    for (let n = 0; n < 5; n += 1) await emit(platform, organizationId, [added(n)])
    await Promise.all(Array.from({ length: 20 }, (_, n) => emit(platform, organizationId, [added(100 + n)])))
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(50)
    expect(received.slice(0, 5)).toEqual([0, 1, 2, 3, 4])
    expect(new Set(received).size).toBe(25)
    expect(received).toHaveLength(25)
  })

  test('delivers within moments of a commit', async () => {
    const platform = await startWith([recording()])
    const organizationId = newId()
    await emit(platform, organizationId, [added(1)])
    await expect.poll(() => effects(platform, organizationId), { timeout: 900, interval: 10 }).toBe(1)
  })

  test('delivers events that a reaction emits, and none of a transaction that rolled back', async () => {
    const chained = recording({
      consumer: 'gardens.chain',
      keep: async (event, _gathered, context) => {
        if (event.data.version < 3) await context.emit(added(event.data.version + 1))
      },
    })
    const platform = await startWith([recording(), chained])
    const organizationId = newId()
    const rolledBack = platform.unitOfWork.run(
      {
        domain: 'gardens',
        context: testRequestContext(testCaller(organizationId)),
        idempotency: null,
        audit: () => [],
      },
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

  test('takes effect once if an event is delivered twice at the same moment', async () => {
    const platform = await startWith([])
    const organizationId = newId()
    const event: Added = { id: newId(), organizationId, at: new Date().toISOString(), version: 1, ...added(1) }
    const consumeOnce = createConsumeOnce({ ...platform, clock: () => new Date() })
    const domain = { name: 'gardens', accessReason: 'visit', ports: {}, reactions: [] } as const
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => consumeOnce(domain, recording(), [event])))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect(await effects(platform, organizationId)).toBe(1)
  })

  test('stores no mark for events that concern no domain, but records whose information was read to decide that', async () => {
    const patientId = newId()
    const asked: unknown[] = []
    const unconcerned = recording({
      consumer: 'gardens.unconcerned',
      gather: async ({ data }, _ports, { access }) => {
        asked.push(data.version)
        if (data.version === 2) access.touch(patientId)
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
    // The event whose `gather` read a patient.
    expect(marks.rows[0]?.n).toBe(1)
  })

  test('delivers several types of event to one consumer in the order in which they happened', async () => {
    const received: string[] = []
    const both = onEvent()(['billing.fee-schedule-changed', 'directory.patient-changed'], 'gardens.both', {
      gather: async ({ type }) => {
        received.push(type)
        return nothingToDo
      },
      keep: async () => undefined,
    })
    const platform = await startWith([both])
    const organizationId = newId()
    const removed: NewEvent = { type: 'directory.patient-changed', data: { patientId: newId(), version: 1 } }
    await emit(platform, organizationId, [added(1)])
    await emit(platform, organizationId, [removed])
    await emit(platform, organizationId, [added(2)])
    await platform.relay.settle()
    expect(received).toEqual([
      'billing.fee-schedule-changed',
      'directory.patient-changed',
      'billing.fee-schedule-changed',
    ])
  })

  test('delivers a page of events to a reaction that takes pages, one organization at a time', async () => {
    const pages: number[][] = []
    const organizations = new Set<string>()
    const paged = onEvents()(['billing.fee-schedule-changed'], 'gardens.paged', {
      pageSize: 4,
      keep: async (page, _, context) => {
        pages.push(page.map(({ data }) => data.version))
        for (const event of page) {
          organizations.add(`${context.caller.organizationId} ${event.organizationId}`)
          await recordEvent(event, undefined, context)
        }
      },
    })
    const platform = await startWith([paged])
    const [first, second] = [newId(), newId()]
    await emit(platform, first, [0, 1, 2, 3, 4, 5].map(added))
    await emit(platform, second, [6, 7].map(added))
    await platform.relay.settle()
    expect(pages.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(pages.some((page) => page.length > 1)).toBe(true)
    expect(pages.every((page) => page.length <= 4)).toBe(true)
    expect([...organizations]).toEqual([`${first} ${first}`, `${second} ${second}`])
    expect([await effects(platform, first), await effects(platform, second)]).toEqual([6, 2])
  })

  test('one event of a page that fails does not affect the others', async () => {
    const paged = onEvents()(['billing.fee-schedule-changed'], 'gardens.paged-failing', {
      keep: async (page, _, context) => {
        for (const event of page) {
          await recordEvent(event, undefined, context)
          if (event.data.version === 2) throw new Error('cannot be kept')
        }
      },
    })
    const platform = await startWith([paged])
    const organizationId = newId()
    await emit(platform, organizationId, [0, 1, 2, 3].map(added))
    await platform.relay.settle()
    expect(await effects(platform, organizationId)).toBe(3)
    const failed = await sql<{ n: number }>`
      select count(*)::integer as n from platform.failed_deliveries where consumer = 'gardens.paged-failing'`.execute(
      platform.database.owner(),
    )
    expect(failed.rows[0]?.n).toBe(1)
  })

  test('gathers through ports as the system, and records the patients that a reaction touched', async () => {
    const patientId = newId()
    const asking = recording({
      consumer: 'gardens.ask',
      gather: async (_event, ports, context) => {
        context.access.because('follow-up')
        return (ports as { find: (r: typeof context) => Promise<string> }).find(context)
      },
      keep: async (_event, gathered, { caller }) => {
        expect([gathered, caller.kind]).toEqual(['found by gardens.ask', 'system'])
      },
    })
    const ports = {
      find: async (context: { caller: { personId: string }; access: { touch(id: string): void } }) => {
        context.access.touch(patientId)
        return `found by ${context.caller.personId}`
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
        because: 'follow-up',
        outcome: 'done',
      },
    ])
  })
})

describe('two processes on PostgreSQL', () => {
  test('deliver each event once between them, call listeners in both, and take over from each other', async () => {
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
    })
    const did: string[] = []
    const received: string[] = []
    for (const [name, platform] of [
      ['one', kit.platform],
      ['two', second],
    ] as const) {
      const gather = async (): Promise<undefined> => void did.push(name)
      platform.relay.subscribe({
        name: 'gardens',
        accessReason: 'visit',
        ports: {},
        reactions: [recording({ gather })],
      })
      platform.relay.onDelivered(() => received.push(name))
      await platform.start()
    }
    const organizationId = newId()
    const emitFrom = (platform: Platform) =>
      platform.unitOfWork.run(
        {
          domain: 'gardens',
          context: testRequestContext(testCaller(organizationId)),
          idempotency: null,
          audit: () => [],
        },
        ({ emit }) => emit(added(1)),
      )
    await emitFrom(second)
    await expect.poll(() => did, { timeout: 5_000 }).toEqual(['one'])
    await expect.poll(() => [...received].sort(), { timeout: 5_000 }).toEqual(['one', 'two'])
    await kit.platform.relay.stop()
    await emitFrom(second)
    await expect.poll(() => did, { timeout: 15_000 }).toEqual(['one', 'two'])
    await second.stop()
    await kit.stop()
  })
})
