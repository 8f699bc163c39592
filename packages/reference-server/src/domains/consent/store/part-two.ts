import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { PartTwoPurposeOfConsent, PartTwoScope } from '../model/part-two.ts'

/** A consent of 42 CFR part 2 that a patient gave. */
export interface GivenPartTwo extends PartTwoScope {
  readonly consentId: string
  readonly signedAt: Date
  /** When it was revoked, or ended by itself; null if that is not known. */
  readonly endsAt: Date | null
}

/**
 * The last one of a purpose. One that the patient declined afterwards ended with that decision; one to a text with a material change ended
 * when that was published. Decrypts nothing.
 */
export const findLastPartTwo = async (
  db: AnyKysely,
  patientId: string,
  purpose: PartTwoPurposeOfConsent,
): Promise<GivenPartTwo | null> => {
  const { rows } = await sql<GivenPartTwo>`
    select consent.id as "consentId", consent.decided_at as "signedAt", consent.part_two -> 'information' as "information",
      consent.part_two -> 'recipients' as "recipients", consent.part_two -> 'purposes' as "purposes",
      least(consent.revoked_at, consent.expires_at,
        (select min(later.decided_at) from consent.consents as later
          where later.organization_id = consent.organization_id and later.patient_id = consent.patient_id
            and later.purpose = consent.purpose and later.id > consent.id),
        (select min(text.published_at) from consent.texts as text
          where text.organization_id = consent.organization_id and text.document_id = consent.document_id
            and text.version > consent.document_version and text.material)) as "endsAt"
    from consent.consents as consent
    where consent.patient_id = ${requireUuid(patientId)}::uuid and consent.purpose = ${purpose} and consent.decision = 'granted'
    order by consent.id desc limit 1`.execute(db)
  return rows[0] ?? null
}
