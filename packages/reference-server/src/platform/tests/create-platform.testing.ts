import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Migration } from '../contracts/migration.ts'
import { createAccess } from '../audit/create-access.ts'
import { createPlatform, type Platform, type PlatformOptions } from '../create-platform.ts'
import { newId } from '../database/ids/new-id.ts'
import { copyTemplate, migratedTo } from '../database/tests/create-test-database.testing.ts'
import type { LogFields, Logger } from '../logging/logger.ts'
import type { Caller } from '../contracts/caller.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { WorkRequest } from '../contracts/unit-of-work.ts'

export interface TestPlatform {
  readonly platform: Platform
  readonly folder: string
  readonly log: Logger
  readonly databaseUrl: string
  /** Logged warnings and errors. */
  readonly logged: { event: string; fields: LogFields | undefined }[]
  stop(): Promise<void>
}

/** A platform on a separate database. Not started: subscribe first, then call `platform.start()`. */
export const createTestPlatform = async (
  engine: 'pglite' | 'postgres',
  migrations: readonly Migration[],
  more: Partial<PlatformOptions> = {},
): Promise<TestPlatform> => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-platform-'))
  const logged: TestPlatform['logged'] = []
  const keep = (event: string, fields?: LogFields): void => void logged.push({ event, fields })
  const log: Logger = { debug: () => undefined, info: () => undefined, warn: keep, error: keep }
  const { url: databaseUrl, remove } =
    more.databaseUrl === undefined
      ? await copyTemplate(engine, migratedTo(migrations))
      : { url: more.databaseUrl, remove: async () => undefined }
  const platform = await createPlatform({
    databaseUrl,
    poolSize: 8,
    keyFolder: join(folder, 'keys'),
    checkpointFile: join(folder, 'checkpoints.ndjson'),
    clock: () => new Date(),
    log,
    ...more,
  })
  await platform.migrate(migrations)
  return {
    platform,
    folder,
    log,
    databaseUrl,
    logged,
    stop: async () => {
      await platform.stop()
      await remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A member of an organization that no other test uses. */
export const testCaller = (organizationId: string = newId()): Caller => ({
  sessionId: newId(),
  organizationId,
  kind: 'member',
  personId: newId(),
  roles: ['practitioner'],
  patientIds: [],
  practitionerId: null,
  clientId: 'test-portal',
  origin: null,
  authenticatedAt: new Date(),
})

export const testRequestContext = (caller: Caller): WorkRequest<unknown>['context'] => ({
  caller,
  requestId: newId(),
  now: new Date(),
  access: createAccess(caller, 'organization'),
  newId,
})

export const testRow = (caller: Caller, patientId: string | null, more: Partial<AccessRow> = {}): AccessRow => ({
  id: newId(),
  organizationId: caller.organizationId,
  at: new Date(),
  requestId: newId(),
  operation: 'readThing',
  action: 'read',
  entity: 'Visit',
  entityId: null,
  patientId,
  outcome: 'done',
  refusal: null,
  because: 'visit',
  actorKind: caller.kind,
  actorId: caller.personId,
  actorRole: 'practitioner',
  sessionId: caller.sessionId,
  clientId: caller.clientId,
  purpose: 'TREAT',
  onBehalfOf: null,
  ...more,
})
