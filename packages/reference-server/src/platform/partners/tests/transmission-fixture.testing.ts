import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import {
  createTestPlatform,
  testCaller,
  testRequestContext,
  type TestPlatform,
} from '../../tests/create-platform.testing.ts'
import { domainSchema } from '../../database/migrate/domain-schema.ts'
import { newId } from '../../database/ids/new-id.ts'
import { tenantTable } from '../../database/migrate/tenant-table.ts'
import type { DomainJob } from '../../contracts/domain-job.ts'
import type { Caller } from '../../contracts/caller.ts'
import type { Change } from '../../contracts/change.ts'
import type { WriteContext } from '../../contracts/context.ts'
import type { AnyKysely } from '../../contracts/database.ts'
import type { EnqueuedTransmission } from '../../contracts/transmission.ts'
import type { Write } from '../../contracts/write.ts'
import { writeStatement } from '../../database/changes/write-statement.ts'
import { deleteEndedTransmissions } from '../delete-ended-transmissions.ts'
import { createTransmissions, type Transmissions } from '../create-transmissions.ts'
import type { TransmissionHandler } from '../transmission.ts'
import { findTransmission, type TransmissionState } from '../transmission-states.ts'
import { organizationsWithDueTransmissions } from '../../database/migrate/organizations-due.ts'
import { nothingOfPartTwo } from '../../sensitive/nothing-of-part-two.testing.ts'
import { transmissionsOfVisits, transmissionsTable } from '../transmissions-table.ts'
import { postTo, startStubPartner, type StubPartner } from './stub-partner.testing.ts'

export const schema = 'errands'
const migrations = [
  {
    id: 'errands/0001',
    statements: [
      ...domainSchema(schema),
      ...transmissionsTable(schema),
      ...transmissionsOfVisits(schema),
      organizationsWithDueTransmissions(schema),
      ...tenantTable({ schema, name: 'outcomes', columns: { subject_id: 'text not null', outcome: 'text not null' } }),
    ],
  },
]
export const morning = new Date('2026-11-25T15:00:00Z')
export const later = (seconds: number): Date => new Date(morning.getTime() + seconds * 1_000)

/** A letter about a subject and a patient of its own. */
export const letterOf = (more: Partial<EnqueuedTransmission> = {}): EnqueuedTransmission => ({
  id: newId(),
  kind: 'letter',
  subjectId: newId(),
  patientId: newId(),
  visitId: null,
  payload: { text: 'Ana Fictional' },
  ...more,
})

/** Conditional: there is no outcome with this id. */
export const insertOutcome = (id: string, subjectId: string, outcome: string): Write => ({
  statement: insertNewOutcome,
  values: [id, subjectId, outcome],
})
const insertNewOutcome = writeStatement({
  kind: 'insert',
  table: 'errands.outcomes',
  columns: ['id', 'subject_id', 'outcome'],
  values: ['$1::uuid', '$2::text', '$3::text'],
  isConditional: true,
})

/** A domain with transmissions, in an organization that no other test uses. */
export interface TransmissionFixture {
  readonly partner: StubPartner
  /** Stores each outcome as a row, like a domain. */
  handlerOf(kind: string, more?: Partial<TransmissionHandler<string>>): TransmissionHandler<string>
  senderOf(handlers: readonly TransmissionHandler<string>[], timeoutMs?: number): Transmissions
  /** The job that deletes what ended. */
  deletion(): DomainJob
  /** Stores a change of the domain. */
  keep<A>(change: Change<A>): Promise<A>
  /** Runs a transaction of the domain, as the retry of a dead letter does. */
  transact<A>(run: (context: WriteContext) => Promise<A>, at: Date): Promise<A>
  enqueue(more?: Partial<EnqueuedTransmission>): Promise<string>
  db(): AnyKysely
  stateOf(id: string): Promise<TransmissionState | null>
  outcomes(): Promise<string[]>
  disclosures(): Promise<Record<string, unknown>[]>
}

/** Call within `describe`: its hooks start and stop what is needed. */
export const prepareTransmissions = (engine: 'pglite' | 'postgres'): TransmissionFixture => {
  let kit: TestPlatform
  let partner: StubPartner
  let caller: Caller
  beforeAll(async () => {
    kit = await createTestPlatform(engine, migrations)
  })
  afterAll(() => kit.stop())
  beforeEach(async () => {
    caller = testCaller()
    partner = await startStubPartner()
    return () => partner.stop()
  })

  const db = () => kit.platform.database.reader({ domain: schema, organizationId: caller.organizationId })
  const requestAt = (now: Date) => ({
    domain: schema,
    context: { ...testRequestContext(caller), now },
    idempotency: null,
    audit: () => [],
  })
  const keep: TransmissionFixture['keep'] = async (change) =>
    (await kit.platform.unitOfWork.keep(requestAt(morning), () => change)).result
  return {
    get partner() {
      return partner
    },
    db,
    keep,
    transact: async (run, at) => (await kit.platform.unitOfWork.run(requestAt(at), run)).result,
    handlerOf: (kind, more = {}) => ({
      kind,
      partTwo: { discloses: 'none', why: 'It says nothing of a visit.' },
      send: postTo(`${partner.url}/${kind}`),
      conclude: async (_context, { subjectId }, outcome) => ({
        writes: [
          insertOutcome(newId(), subjectId, 'response' in outcome ? outcome.response : `gave up: ${outcome.lastFault}`),
        ],
        answer: undefined,
      }),
      audit: { entity: 'Transmission', because: 'follow-up', purpose: 'TREAT' },
      ...more,
    }),
    senderOf: (handlers, timeoutMs) => {
      const { database, vault, unitOfWork } = kit.platform
      return createTransmissions({
        database,
        vault,
        unitOfWork,
        organizationIds: async () => [caller.organizationId],
        schema,
        handlers,
        partTwo: nothingOfPartTwo,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      })
    },
    deletion: () => deleteEndedTransmissions(kit.platform.database, async () => [caller.organizationId], schema),
    enqueue: (more = {}) => {
      const letter = letterOf(more)
      return keep({ transmissions: [letter], answer: letter.id })
    },
    stateOf: (id) => findTransmission(db(), schema, id),
    outcomes: async () => {
      const { rows } = await sql<{ outcome: string }>`select outcome from errands.outcomes order by id`.execute(db())
      return rows.map(({ outcome }) => outcome)
    },
    disclosures: async () => {
      const { rows } = await sql<Record<string, unknown>>`
        select action, outcome, operation, entity, entity_id as "entityId", patient_id as "patientId", because, purpose
        from audit.accesses where organization_id = ${caller.organizationId}`.execute(
        kit.platform.database.readerAcross('audit'),
      )
      return rows
    },
  }
}
