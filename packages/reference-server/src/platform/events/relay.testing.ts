import { transmissionQueue } from '../partners/transmission-write.ts'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Migration } from '../contracts/migration.ts'
import {
  createTestPlatform,
  testCaller,
  testRequestContext,
  type TestPlatform,
} from '../tests/create-platform.testing.ts'
import type { Platform } from '../create-platform.ts'
import { domainSchema } from '../database/migrate/domain-schema.ts'
import { newId } from '../database/ids/new-id.ts'
import { tenantTable } from '../database/migrate/tenant-table.ts'
import { createUnitOfWork } from '../database/unit-of-work/unit-of-work.ts'
import { createConsumeOnce } from './consume-once.ts'
import type { DomainEvent, NewEvent } from '../contracts/event.ts'
import { onEvent, type BoundReaction, type EventSteps, type Reaction } from '../contracts/reaction.ts'
import { createRelay, type Relay } from './relay.ts'
import type { WriteContext } from '../contracts/context.ts'

export const migrations: readonly Migration[] = [
  {
    id: 'gardens/0001-beds',
    statements: [
      ...domainSchema('gardens'),
      ...tenantTable({ schema: 'gardens', name: 'beds', columns: { event_id: 'uuid' } }),
    ],
  },
]
/** An event of the contract that carries a number. Its meaning does not matter here. */
export type Added = DomainEvent<'billing.fee-schedule-changed'>
export const added = (n: number) => ({ type: 'billing.fee-schedule-changed', data: { version: n } }) satisfies NewEvent
export const numberOf = (event: DomainEvent): number | null =>
  event.type === 'billing.fee-schedule-changed' ? event.data.version : null

/** Writes one row per event, so that effects can be counted. */
export const recording = <Gathered = undefined>({
  consumer = 'gardens.record',
  ...steps
}: Partial<EventSteps<Added['type'], unknown, Gathered>> & { readonly consumer?: string } = {}): Reaction<
  Added['type'],
  unknown,
  Gathered
> => onEvent()<Added['type'], Gathered>(['billing.fee-schedule-changed'], consumer, { keep: recordEvent, ...steps })

export const recordEvent = async (
  { organizationId, id }: DomainEvent,
  _: unknown,
  { tx }: Pick<WriteContext, 'tx'>,
): Promise<void> => {
  await sql`insert into gardens.beds (organization_id, id, event_id) values (${organizationId}, ${newId()}, ${id})`.execute(
    tx,
  )
}

export type TestRelay = Pick<Platform, 'database' | 'vault' | 'unitOfWork' | 'relay'>

export interface Relays {
  /** Starts a relay for one test on the file's database. Consumers that are new to it receive only new events. */
  startWith(reactions: readonly BoundReaction[], ports?: unknown): Promise<TestRelay>
  /** Logged warnings and errors. */
  logged(): TestPlatform['logged']
}

/** For the tests of one `describe`: a platform, and relays that stop after their test. */
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
      const unitOfWork = createUnitOfWork({
        database,
        vault,
        ledger,
        onEvents: () => relay.wake(),
        transmissions: transmissionQueue(vault),
      })
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
    { domain: 'gardens', context: testRequestContext(testCaller(organizationId)), idempotency: null, audit: () => [] },
    async (context) => {
      for (const event of events) await context.emit(event)
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
