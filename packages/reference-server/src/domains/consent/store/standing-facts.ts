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

interface Row {
  readonly patient_id: string
  readonly purpose: ConsentPurpose
  readonly head_id: string | null
  readonly version: number | null
  readonly material_version: number | null
  readonly id: string | null
  readonly document_id: string
  readonly document_version: number
  readonly decision: Decision['decision']
  readonly revoked_at: Date | null
}

/** One for each purpose of each patient, in one statement, by index: it is asked for at every door. Opens nothing. */
export const standingFacts = async (
  db: AnyKysely,
  asked: readonly { readonly patientId: string; readonly purposes: readonly ConsentPurpose[] }[],
): Promise<readonly StandingFacts[]> => {
  const pairs = asked.flatMap(({ patientId, purposes }) =>
    purposes.map((purpose) => ({ patientId: knownId(patientId), purpose })),
  )
  if (pairs.length === 0) return []
  const { rows } = await sql<Row>`
    select asked.patient_id, asked.purpose, head.id as head_id, head.version, head.material_version,
      latest.id, latest.document_id, latest.document_version, latest.decision, latest.revoked_at
    from unnest(${pairs.map(({ patientId }) => patientId)}::text[], ${pairs.map(({ purpose }) => purpose)}::text[])
      with ordinality as asked (patient_id, purpose, place)
    left join lateral (
      select document.id, (
        select max(text.version) from consent.texts as text
        where text.organization_id = document.organization_id and text.document_id = document.id) as version, (
        select max(text.version) from consent.texts as text
        where text.organization_id = document.organization_id and text.document_id = document.id
          and text.material) as material_version
      from consent.documents as document where document.purpose = asked.purpose) as head on head.version is not null
    left join lateral (
      select consent.id, consent.document_id, consent.document_version, consent.decision, consent.revoked_at
      from consent.consents as consent
      where consent.patient_id = asked.patient_id::uuid and consent.purpose = asked.purpose
      order by consent.id desc limit 1) as latest on true
    order by asked.place`.execute(db)
  return rows.map((row) => ({
    patientId: row.patient_id,
    purpose: row.purpose,
    head:
      row.head_id === null || row.version === null
        ? undefined
        : {
            documentId: row.head_id,
            purpose: row.purpose,
            version: row.version,
            materialVersion: row.material_version ?? 1,
          },
    decision:
      row.id === null
        ? undefined
        : {
            id: row.id,
            purpose: row.purpose,
            documentId: row.document_id,
            documentVersion: row.document_version,
            decision: row.decision,
            revokedAt: row.revoked_at,
          },
  }))
}
