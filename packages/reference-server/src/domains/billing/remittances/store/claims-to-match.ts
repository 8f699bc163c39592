import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { ClaimFacts, ClaimState } from '../../kernel/model/claim-record.ts'
import type { Day } from '../../kernel/model/claim.ts'
import { factColumns, factsOf } from '../../claims/store/claims.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/**
 * Sent claims with the same charge that the payer may have adjudicated: those of the payer's dates if there are any, else the latest.
 * Without claims in one of the states `over`. Decrypts nothing.
 */
export const listClaimsByCharge = async (
  db: AnyKysely,
  chargeCents: number,
  days: readonly Day[],
  patientId: string | null,
  closedStates: readonly ClaimState[],
): Promise<ClaimFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claims')
    .select(factColumns)
    .where('charge_cents', '=', chargeCents)
    .$if(days.length > 0, (query) => query.where('service_day', 'in', [...days]))
    .$if(patientId !== null, (query) => query.where('patient_id', '=', patientId ?? ''))
    .where('submitted_at', 'is not', null)
    .where('frequency', '!=', 'void')
    .where('state', 'not in', [...closedStates])
    .orderBy('service_day', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
  return rows.length === 0 && days.length > 0
    ? listClaimsByCharge(db, chargeCents, [], patientId, closedStates)
    : rows.map(factsOf)
}

/** Sent claims with this payer claim number, the latest first. */
export const listClaimsByPayerNumber = async (db: AnyKysely, payerClaimNumber: string): Promise<ClaimFacts[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.claims')
    .select(factColumns)
    .where('payer_claim_number', '=', payerClaimNumber)
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
  return rows.map(factsOf)
}

/** By the number that people and payers use. */
export const findClaimByNumber = async (db: AnyKysely, number: string): Promise<ClaimFacts | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.claims')
    .select(factColumns)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}

/** The claim whose balance waits for a next payer, by the number of the claim to that payer. Decrypts nothing. */
export const findClaimByNextNumber = async (db: AnyKysely, number: string): Promise<ClaimFacts | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.claims')
    .select(factColumns)
    .where('id', '=', (query) =>
      query.selectFrom('billing.next_claims').select('claim_id').where('number', '=', number),
    )
    .executeTakeFirst()
  return row === undefined ? null : factsOf(row)
}
