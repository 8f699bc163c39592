import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { findVisitAccount } from './accounts/store/visit-accounts.ts'
import { listCoveragesByDay, type Coverage } from './coverages/store/coverages.ts'
import { listPayers } from './kernel/store/payers.ts'

/** A coverage that was in force on a day, for a partner that is paid from it. */
export interface CoverageInForce extends Pick<
  Coverage,
  'memberNumber' | 'groupNumber' | 'relationship' | 'subscriber' | 'nameOnCard' | 'from' | 'to'
> {
  readonly payerName: string
  /** The payer's id at the clearinghouse. */
  readonly payerId: string
}

/** What other domains can read from billing. Decrypts what it returns and records the access. */
export interface BillingProvides {
  /**
   * Coverages in force on a day, in order of billing. Empty for a visit that the patient asked not to disclose to a payer (45 CFR
   * 164.522(a)(1)(vi)): what was ordered in it is not disclosed either.
   */
  coveragesOf(
    context: ReadContext,
    of: { readonly patientId: string; readonly visitId: string | null; readonly day: string },
  ): Promise<readonly CoverageInForce[]>
}

export const billingProvides = (database: Pick<Database, 'reader'>): BillingProvides => ({
  coveragesOf: async (context, { patientId, visitId, day }) => {
    const db = database.reader({ domain: 'billing', organizationId: context.caller.organizationId })
    const account = visitId === null ? null : await findVisitAccount(db, visitId)
    if (account?.restricted) return []
    const coverages = await listCoveragesByDay(db, context, patientId, day)
    if (coverages.length === 0) return []
    context.access.touch(patientId)
    const payers = new Map((await listPayers(db)).map((payer) => [payer.id, payer]))
    return coverages.flatMap((coverage) => {
      const payer = payers.get(coverage.payerId)
      return payer === undefined ? [] : [{ ...coverage, payerName: payer.name, payerId: payer.payerId }]
    })
  },
})
