import { CompiledQuery, sql, type KyselyPlugin, type RootOperationNode } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import {
  createTestPlatform,
  testCaller,
  testRequestContext,
  type TestPlatform,
} from '../../../platform/tests/create-platform.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { RequestContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { readFavorites } from '../favorites/store/favorites.ts'
import { listHistories } from '../prescribing/store/history.ts'
import { findReferences, readMessagesWithFacts } from '../kernel/store/messages.ts'
import { listDeadLetters } from '../messages/store/dead-letters.ts'
import { prescriptions } from '../kernel/store/migrations/0001-prescriptions.ts'
import { heldMessages } from '../kernel/store/migrations/0106-held-messages.ts'
import { betweenVisits } from '../kernel/store/migrations/0302-between-visits.ts'
import { listVersions } from '../kernel/store/migrations/0003-list-versions.ts'
import { listOpenRequests } from '../messages/store/pharmacy-requests.ts'
import { readEncryptedWithHistory } from '../prescribing/store/prescription-with-history.ts'
import {
  listPrescriptions,
  listOverduePrescriptions,
  readPrescriptionFacts,
  readPrescriptionToSign,
} from '../kernel/store/prescriptions.ts'
import { listUsualByPractitioner } from '../prescribing/store/usual-medications.ts'

/** Rows of an organization's history, of which a query may read only what it returns. */
const history = 8_000

describe.each(domainEngines)('with a long history of prescriptions, on %s', (engine) => {
  let kit: TestPlatform
  const caller = testCaller()
  const patientId = newId()
  beforeAll(async () => {
    kit = await createTestPlatform(engine, [prescriptions, listVersions, heldMessages, betweenVisits])
    const owner = kit.platform.database.owner()
    const { organizationId } = caller
    const one = sql`gen_random_uuid()`
    await sql`insert into prescriptions.prescriptions (organization_id, id, patient_id, visit_id, practitioner_id, status, quantity,
        days_supply, refills, substitution_allowed, fills, supply_ends_at, signed_at, version, sealed)
      select ${organizationId}, ${one}, ${one}, ${one}, ${one}, 'dispensed', 30, 30, 0, true, 1, now(), now(), 1, ''
      from generate_series(1, ${history})`.execute(owner)
    await sql`insert into prescriptions.history (organization_id, id, prescription_id, patient_id, at, status, by, sealed)
      select organization_id, ${one}, id, patient_id, now(), 'dispensed', 'pharmacy', '' from prescriptions.prescriptions`.execute(
      owner,
    )
    await sql`insert into prescriptions.outgoing (organization_id, id, prescription_id, patient_id, about)
      select organization_id, ${one}, id, patient_id, 'new' from prescriptions.prescriptions`.execute(owner)
    await sql`insert into prescriptions.messages (organization_id, id, sender, message_id, fingerprint, type, state, received_at, sealed)
      select organization_id, id, 'P:1', id::text, '', 'RxFill', 'applied', now(), '' from prescriptions.prescriptions`.execute(
      owner,
    )
    await sql`insert into prescriptions.requests (organization_id, id, prescription_id, patient_id, practitioner_id, kind, status,
        message_id, received_at, responded_at, sealed)
      select organization_id, ${one}, id, patient_id, practitioner_id, 'renewal', 'approved', 'x', now(), now(), ''
      from prescriptions.prescriptions`.execute(owner)
    await sql`insert into prescriptions.usual_medications (organization_id, id, practitioner_id, rxcui, times)
      select organization_id, ${one}, practitioner_id, '314076', 1 from prescriptions.prescriptions`.execute(owner)
    await sql`insert into prescriptions.favorites (organization_id, id, practitioner_id, version, sealed)
      select organization_id, ${one}, practitioner_id, 1, '' from prescriptions.prescriptions`.execute(owner)
    await sql`insert into prescriptions.list_versions (organization_id, id, version)
      select organization_id, ${one}, 1 from prescriptions.prescriptions`.execute(owner)
    for (const table of [
      'prescriptions',
      'history',
      'outgoing',
      'messages',
      'requests',
      'usual_medications',
      'favorites',
      'list_versions',
    ])
      await sql`analyze prescriptions.${sql.raw(table)}`.execute(owner)
  })
  afterAll(() => kit.stop())

  const reads: [string, (db: AnyKysely, context: RequestContext) => Promise<unknown>][] = [
    ['a patient’s prescriptions', (db, at) => listPrescriptions(db, at, { patientId, signedOnly: false }, page)],
    [
      'what a patient takes',
      (db, at) => listPrescriptions(db, at, { patientId, takenAt: at.now, signedOnly: true }, page),
    ],
    [
      'what was prescribed at a visit',
      (db, at) => listPrescriptions(db, at, { visitId: newId(), signedOnly: true }, page),
    ],
    ['one prescription', (db, at) => readPrescriptionFacts(db, at, newId()).catch(() => null)],
    ['one that is signed', (db, at) => readPrescriptionToSign(db, at, newId()).catch(() => null)],
    ['one with its history', (db, at) => readEncryptedWithHistory(db, at, newId()).catch(() => null)],
    ['messages and what they are about', (db, at) => readMessagesWithFacts(db, at, [newId()]).catch(() => null)],
    ['histories', (db, at) => listHistories(db, at, [newId(), newId()])],
    ['whose answer is overdue', (db, at) => listOverduePrescriptions(db, at.now, 200)],
    [
      'what a message is about',
      (db, at) =>
        findReferences(db, at, { sender: 'P:1', messageId: newId(), relatesTo: newId(), orderNumber: newId() }),
    ],
    ['messages for a person', (db, at) => listDeadLetters(db, at, page)],
    ['requests that wait', (db, at) => listOpenRequests(db, at, newId(), page)],
    ['usual medicines', (db, at) => listUsualByPractitioner(db, at, newId())],
    ['favorites', (db, at) => readFavorites(db, at, newId())],
  ]
  const page = { after: null, take: 51 }

  it.each(reads)('%s are found by an index', async (_, read) => {
    const db = kit.platform.database.reader({ domain: 'prescriptions', organizationId: caller.organizationId })
    const asked: RootOperationNode[] = []
    const listen: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(node)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    await read(db.withPlugin(listen), { ...testRequestContext(caller), vault: kit.platform.vault })
    expect(asked).not.toEqual([])
    for (const node of asked) {
      const { sql: text, parameters } = db.getExecutor().compileQuery(node, { queryId: newId() } as never)
      const { rows } = await db.executeQuery(CompiledQuery.raw(`explain ${text}`, [...parameters]))
      const plan = rows.map((row) => Object.values(row as object).join('')).join('\n')
      expect(plan).toMatch(/Index|Bitmap/)
      expect(plan).not.toContain('Seq Scan')
    }
  })
})
