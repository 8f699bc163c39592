import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { ConsentPurpose } from '../model/consent-pack.ts'
import type { DocumentHead } from '../model/consent-text.ts'
import type { Decision } from '../model/standing.ts'
import { tablesOf } from './tables.ts'

/** The data that decides a patient's consent status for a purpose. */
export interface StandingFacts {
  readonly patientId: string
  readonly purpose: ConsentPurpose
  /** Undefined without a published text. */
  readonly head: DocumentHead | undefined
  /** The latest decision. Undefined if the patient never decided, and for a purpose without a text. */
  readonly decision: Decision | undefined
}

/**
 * One entry for each purpose of each patient, in one statement, because many operations need it. Ids and purposes are single parameters:
 * the planner does not know the length of an array and would plan each time. Decrypts nothing.
 */
export const listStandingFacts = async (
  db: AnyKysely,
  asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
): Promise<readonly StandingFacts[]> => {
  const purposes = [...new Set(asked.flatMap((each) => each.purposes))]
  if (purposes.length === 0) return []
  const rows = await tablesOf(db)
    .selectFrom(headsOf(db, purposes).as('head'))
    .leftJoin(
      latestOf(db, [...new Set(asked.map(({ patientId }) => requireUuid(patientId)))], purposes).as('latest'),
      'latest.purpose',
      'head.purpose',
    )
    .selectAll('head')
    .select(['latest.id', 'latest.patientId', 'latest.documentId as decidedDocumentId', 'latest.documentVersion'])
    .select(['latest.decision', 'latest.revokedAt'])
    .execute()
  return asked.flatMap(({ patientId, purposes: own }) =>
    own.map((purpose): StandingFacts => {
      const head = rows.find((row) => row.purpose === purpose)
      const latest = rows.find((row) => row.purpose === purpose && row.patientId === patientId.toLowerCase())
      return {
        patientId,
        purpose,
        head: head && {
          documentId: head.documentId,
          purpose,
          version: head.version,
          materialVersion: head.materialVersion,
        },
        decision: latest && decisionOf(latest),
      }
    }),
  )
}

const headsOf = (db: AnyKysely, purposes: readonly ConsentPurpose[]) =>
  tablesOf(db)
    .selectFrom('consent.texts')
    .select([
      'document_id as documentId',
      'purpose',
      sql<number>`max(version)`.as('version'),
      sql<number>`coalesce(max(version) filter (where material), 1)`.as('materialVersion'),
    ])
    .where('purpose', 'in', purposes)
    .groupBy(['document_id', 'purpose'])

const latestOf = (db: AnyKysely, patientIds: readonly string[], purposes: readonly ConsentPurpose[]) =>
  tablesOf(db)
    .selectFrom('consent.consents')
    .select([
      'id',
      'patient_id as patientId',
      'purpose',
      'document_id as documentId',
      'document_version as documentVersion',
      'decision',
      'revoked_at as revokedAt',
    ])
    .distinctOn(['patient_id', 'purpose'])
    .where('patient_id', 'in', patientIds)
    .where('purpose', 'in', purposes)
    .orderBy('patient_id')
    .orderBy('purpose')
    .orderBy('id', 'desc')

interface LatestRow {
  readonly id: string | null
  readonly purpose: ConsentPurpose
  readonly decidedDocumentId: string | null
  readonly documentVersion: number | null
  readonly decision: Decision['decision'] | null
  readonly revokedAt: Date | null
}

const decisionOf = ({ id, purpose, decidedDocumentId, documentVersion, decision, revokedAt }: LatestRow) =>
  id === null || decidedDocumentId === null || documentVersion === null || decision === null
    ? undefined
    : { id, purpose, documentId: decidedDocumentId, documentVersion, decision, revokedAt }
