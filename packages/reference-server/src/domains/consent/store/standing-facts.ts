import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { factsInMemory } from '../../../platform/database/facts/fact-memory.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
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

/** Another process’s change reaches the memory of this one within about a second. */
export type DecisionSource = 'memory' | 'database'

/** One entry for each purpose of each patient: many operations need it, most of them for one patient. Decrypts nothing. */
export const listStandingFacts = async (
  db: AnyKysely,
  asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
  source: DecisionSource = 'memory',
): Promise<readonly StandingFacts[]> => {
  if (asked.every(({ purposes }) => purposes.length === 0)) return []
  const patientIds = [...new Set(asked.map(({ patientId }) => requireUuid(patientId).toLowerCase()))]
  const [patientId, ...others] = patientIds
  const [heads, latest] = await Promise.all([
    headsInMemory(db, 'all', () => listHeads(db)),
    source === 'memory' && patientId !== undefined && others.length === 0
      ? decisionsInMemory(db, patientId, () => listLatest(db, patientIds))
      : listLatest(db, patientIds),
  ])
  return asked.flatMap(({ patientId: of, purposes }) =>
    purposes.map((purpose): StandingFacts => {
      const head = heads.find((each) => each.purpose === purpose)
      const decision = latest.find((each) => each.purpose === purpose && each.patientId === of.toLowerCase())
      return { patientId: of, purpose, head, decision: head && decision }
    }),
  )
}

const headsInMemory = factsInMemory('consent.heads', { 'consent.document-published': () => null })
const decisionsInMemory = factsInMemory('consent.decisions', {
  'consent.consent-decided': ({ patientId }) => patientId,
  'consent.consent-revoked': ({ patientId }) => patientId,
})

const listHeads = (db: AnyKysely): Promise<readonly DocumentHead[]> =>
  tablesOf(db)
    .selectFrom('consent.texts')
    .select([
      'document_id as documentId',
      'purpose',
      sql<number>`max(version)`.as('version'),
      sql<number>`coalesce(max(version) filter (where material), 1)`.as('materialVersion'),
    ])
    .groupBy(['document_id', 'purpose'])
    .execute()

/**
 * The latest decision of each patient for each purpose. Ids are single parameters: the planner does not know the length of an array and
 * would plan each time.
 */
const listLatest = (
  db: AnyKysely,
  patientIds: readonly string[],
): Promise<readonly (Decision & { readonly patientId: string })[]> => {
  const [patientId, ...others] = patientIds
  return patientId !== undefined && others.length === 0
    ? selectLatestOfOne(db, { patientId })
    : selectLatest(db).where('patient_id', 'in', patientIds).execute()
}

const selectLatest = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('consent.consents')
    .select([
      'id',
      'patient_id as patientId',
      'purpose',
      'document_id as documentId',
      'document_version as documentVersion',
      'decision',
      'decided_at as decidedAt',
      'decided_by_kind as decidedByKind',
      'appointment_id as appointmentId',
      'expires_at as expiresAt',
      'revoked_at as revokedAt',
    ])
    .distinctOn(['patient_id', 'purpose'])
    .orderBy('patient_id')
    .orderBy('purpose')
    .orderBy('id', 'desc')

const selectLatestOfOne = preparedRead((db, { patientId }: Placeholders<{ patientId: string }>) =>
  selectLatest(db).where('patient_id', '=', patientId),
)
