import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { BoundReaction, Migration, Reaction } from '../../domain-module.ts'
import { createTestPlatform, testCaller, testSituation, type TestPlatform } from '../create-platform.testing.ts'
import type { Platform } from '../create-platform.ts'
import { domainSchema } from '../database/domain-schema.ts'
import { newId } from '../database/new-id.ts'
import { tenantTable } from '../database/tenant-table.ts'
import { createUnitOfWork } from '../database/unit-of-work.ts'
import type { DomainEvent, NewEvent } from '../seams.ts'
import { createConsumeOnce } from './consume-once.ts'
import { createRelay, type Relay } from './relay.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({ schema: 'gardens', name: 'beds', columns: { event_id: 'uuid' } }),
    ],
  },
]
export const added = (n: number): NewEvent => ({ type: 'gardens.bed-added', data: { n } })

/** Writes one row per event, so that effects can be counted. */
export const recording = (more: Partial<Reaction> = {}): BoundReaction => ({
  event: 'gardens.bed-added',
  consumer: 'gardens.record',
  keep: async (event: DomainEvent, _gathered, { tx }) => {
    await sql`insert into gardens.beds (organization_id, id, event_id) values (${event.organizationId}, ${newId()}, ${event.id})`.execute(
      tx,
    )
  },
  ...more,
})

export type TestRelay = Pick<Platform, 'database' | 'vault' | 'unitOfWork' | 'relay'>

export interface Relays {
  /** A relay of the test's own on the file's database; consumers that are new to it hear what happens from now on. */
  startWith(reactions: readonly BoundReaction[], ports?: unknown): Promise<TestRelay>
  /** What was logged as a warning or an error. */
  logged(): TestPlatform['logged']
}

/** For the tests of one `describe`: a platform, and relays that end with their test. */
export const prepareRelays = (engine: 'pglite' | 'postgres'): Relays => {
  let kit: TestPlatform
  let relay: Relay
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())
  afterEach(() => relay.stop())
  return {
    startWith: async (reactions, ports = {}) => {
      const { database, vault, ledger } = kit.platform
      const clock = (): Date => new Date()
      const unitOfWork = createUnitOfWork({ database, vault, ledger, onEvents: () => relay.wake() })
      relay = createRelay({
        database,
        consumeOnce: createConsumeOnce({ database, unitOfWork, vault, clock }),
        clock,
        log: kit.log,
      })
      relay.subscribe({ name: 'gardens', accessReason: 'visit', ports, reactions })
      await relay.start()
      return { database, vault, unitOfWork, relay }
    },
    logged: () => kit.logged,
  }
}

export const emit = (platform: TestRelay, organizationId: string, events: readonly NewEvent[]) =>
  platform.unitOfWork.run(
    { domain: 'gardens', situation: testSituation(testCaller(organizationId)), idempotency: null, audit: () => [] },
    async (keeping) => {
      for (const event of events) await keeping.emit(event)
    },
  )
export const effects = async (platform: TestRelay, organizationId: string): Promise<number> => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::integer as n from gardens.beds where organization_id = ${organizationId}`.execute(
    platform.database.owner(),
  )
  return rows[0]?.n ?? -1
}
