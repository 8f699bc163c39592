import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/seams.ts'
import { knownId } from '../../../platform/database/known-id.ts'
import type { ConsentPurpose } from '../model/consent-pack.ts'
import type { DocumentHead } from '../model/consent-text.ts'
import type { Decision } from '../model/standing.ts'

/** What a patient's standing with a purpose rests on. */
export interface StandingFacts {
  readonly patientId: string
  readonly purpose: ConsentPurpose
  /** Undefined without a published text. */
  readonly head: DocumentHead | undefined
  /** The latest; undefined when they never decided. */
  readonly decision: Decision | undefined
}

interface HeadRow {
  readonly id: string
  readonly purpose: ConsentPurpose
  readonly version: number
  readonly material_version: number | null
}
interface DecisionRow extends Decision {
  readonly patientId: string
}

/**
 * One for each purpose of each patient: it is asked for at every door. Two plain statements by index cost the engine a third of one that
 * joins both. Opens nothing.
 */
export const standingFacts = async (
  db: AnyKysely,
  asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
): Promise<readonly StandingFacts[]> => {
  const pairs = asked.flatMap(({ patientId, purposes }) =>
    purposes.map((purpose) => ({ patientId: knownId(patientId), purpose })),
  )
  if (pairs.length === 0) return []
  const purposes = [...new Set(pairs.map(({ purpose }) => purpose))]
  const [heads, decisions] = await Promise.all([
    headsOf(db, purposes),
    latestDecisions(db, [...new Set(pairs.map(({ patientId }) => patientId))], purposes),
  ])
  return pairs.map(({ patientId, purpose }) => ({
    patientId,
    purpose,
    head: heads.get(purpose),
    decision: decisions.find((each) => each.patientId === patientId && each.purpose === purpose),
  }))
}

const headsOf = async (
  db: AnyKysely,
  purposes: readonly ConsentPurpose[],
): Promise<ReadonlyMap<ConsentPurpose, DocumentHead>> => {
  const { rows } = await sql<HeadRow>`
    select document.id, document.purpose, max(text.version) as version,
      max(text.version) filter (where text.material) as material_version
    from consent.documents as document
    join consent.texts as text
      on text.organization_id = document.organization_id and text.document_id = document.id
    where document.purpose in (${sql.join(purposes)}) group by document.id, document.purpose`.execute(db)
  return new Map(
    rows.map(({ id, purpose, version, material_version: material }) => [
      purpose,
      { documentId: id, purpose, version, materialVersion: material ?? 1 },
    ]),
  )
}

const latestDecisions = async (
  db: AnyKysely,
  patientIds: readonly string[],
  purposes: readonly ConsentPurpose[],
): Promise<readonly DecisionRow[]> => {
  const { rows } = await sql<DecisionRow>`
    select distinct on (patient_id, purpose) patient_id as "patientId", id, purpose, document_id as "documentId",
      document_version as "documentVersion", decision, revoked_at as "revokedAt"
    from consent.consents
    where patient_id in (${sql.join(patientIds)}) and purpose in (${sql.join(purposes)})
    order by patient_id, purpose, id desc`.execute(db)
  return rows
}
