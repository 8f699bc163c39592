import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import { localDay } from './kernel/model/local-day.ts'
import type { BillingPorts } from './ports.ts'
import { findVisitAccount } from './accounts/store/visit-accounts.ts'
import { listCoveragesByDay, listOrderedCoverages, type Coverage } from './coverages/store/coverages.ts'
import { listPayers, type Payer } from './kernel/store/payers.ts'
import { listPayersOfRecords } from './kernel/store/payers-of-records.ts'

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
  /** Whether the patient asked that no payer learns of this visit (45 CFR 164.522(a)(1)(vi)). Decrypts nothing. */
  isRestricted(organizationId: string, visitId: string): Promise<boolean>
  /**
   * The kind of the payers that cover a patient at an instant, as laws about consent name them; null without a coverage, or with payers of
   * several kinds. Decrypts nothing.
   */
  payerKindOf(context: ReadContext, patientId: string, at: Date): Promise<string | null>
  /**
   * Which payer was sent each of these claims and questions about a coverage, and of which visit it is. Decrypts nothing; what is outside the
   * caller's reach is left out.
   */
  recipientsOf(
    context: ReadContext,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly visitId: string | null; readonly name: string }>>
}

export const billingProvides = (
  database: Pick<Database, 'reader'>,
  directory: Pick<BillingPorts['directory'], 'organization'>,
): BillingProvides => ({
  payerKindOf: async (context, patientId, at) => {
    const db = database.reader({ domain: 'billing', organizationId: context.caller.organizationId })
    const [coverages, payers, { zone }] = await Promise.all([
      listOrderedCoverages(db, [patientId]),
      listPayers(db),
      directory.organization(context),
    ])
    if (coverages.length === 0) return null
    const day = localDay(at, zone)
    const inForce = coverages.filter(({ from, to }) => from <= day && (!to || day <= to))
    const kinds = new Set(
      inForce.map(({ payerId }) => {
        const payer = payers.find(({ id }) => id === payerId)
        return payer ? consentKindOf(payer) : null
      }),
    )
    const [kind = null] = kinds
    return kinds.size === 1 ? kind : null
  },
  recipientsOf: async ({ caller, access }, recordIds) => {
    const db = database.reader({ domain: 'billing', organizationId: caller.organizationId })
    const found = await listPayersOfRecords(db, recordIds)
    const own = found.filter(({ patientId }) => access.reach !== 'own' || caller.patientIds.includes(patientId))
    return new Map(own.map(({ id, visitId, name }) => [id, { visitId, name }]))
  },
  isRestricted: async (organizationId, visitId) =>
    (await findVisitAccount(database.reader({ domain: 'billing', organizationId }), visitId))?.restricted === true,
  coveragesOf: async (context, { patientId, visitId, day }) => {
    const db = database.reader({ domain: 'billing', organizationId: context.caller.organizationId })
    const [account, payers] = await Promise.all([
      visitId === null ? null : findVisitAccount(db, visitId),
      listPayers(db),
    ])
    if (account?.restricted) return []
    const coverages = await listCoveragesByDay(db, context, patientId, day)
    if (coverages.length === 0) return []
    context.access.touch(patientId)
    return coverages.flatMap((coverage) => {
      const payer = payers.find(({ id }) => id === coverage.payerId)
      return payer === undefined ? [] : [{ ...coverage, payerName: payer.name, payerId: payer.payerId }]
    })
  },
})

/** Claim filing indicators (SBR09) of payers whose law is not that of other commercial ones. */
const ofLaw: Readonly<Record<string, string>> = { CH: 'tricare', WC: 'workers-compensation' }

const consentKindOf = ({ kind, filingIndicator }: Payer): string => ofLaw[filingIndicator] ?? kind
