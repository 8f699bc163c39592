import { notFound } from '../../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import type { BillingContext } from '../../ports.ts'
import { noteNotSigned } from '../../problems.ts'
import { readClaimFacts } from '../store/claims.ts'
import { listClaimsByDay } from '../store/related-claims.ts'
import { findCoverageByDay, readCoverage, type Coverage } from '../../coverages/store/coverages.ts'
import type { Terms } from '../../fees/store/terms.ts'
import { findVisitAccount, type VisitAccount } from '../../accounts/store/visit-accounts.ts'

export interface ClaimSourceQuery {
  readonly visitId: string
  /** The claim's own chain, so that it is not its own duplicate. */
  readonly rootId: string | null
  /** The previous claim of the chain. */
  readonly followsId: string | null
  /** `by-day`: the primary coverage on the day of the visit. `found`: already read. */
  readonly coverage: 'by-day' | { readonly id: string | null } | { readonly found: Coverage | null }
  /** If it was already read. */
  readonly account?: VisitAccount | null
}

/** The same, with the visit's account; null while the visit is not charged. */
export interface LoadedClaimSources extends ClaimSources {
  readonly account: VisitAccount | null
}

/** Everything that a claim is made from, as it is now. Runs outside a transaction. Throws `note_not_signed` and `not_found`. */
export const gatherClaimSources = async (
  ports: BillingContext,
  context: ReadContext,
  { settings, fees, payers, selfPayer }: Terms,
  { visitId, rootId, followsId, coverage: asked, account: known }: ClaimSourceQuery,
): Promise<LoadedClaimSources> => {
  const { db } = context
  const [note, visit, organization, account] = await Promise.all([
    ports.documentation.signedNote(context, visitId),
    ports.visits.visit(context, visitId),
    ports.directory.organization(context),
    known === undefined ? findVisitAccount(db, visitId) : known,
  ])
  if (note === null) throw noteNotSigned()
  const begun = visit.startedAt ?? visit.checkedInAt
  const day = localDay(begun, organization.zone)
  const { patientId } = visit
  const [patient, practitioner, consent, sameDay, coverage, follows] = await Promise.all([
    ports.directory.patient(context, patientId),
    ports.directory.practitioner(context, note.practitionerId),
    ports.consent.inForceAt(context, patientId, 'telehealth-treatment', begun),
    listClaimsByDay(db, context, patientId, day, rootId),
    findRequestedCoverage(context, patientId, day, asked),
    followsId === null ? null : readClaimFacts(db, context, followsId),
  ])
  const restricted = account?.restricted ?? false
  const paying = restricted ? null : coverage
  const payer = payers.find(({ id }) => id === paying?.payerId) ?? selfPayer
  if (payer === null) throw notFound('billing is not set up for this organization')
  return {
    visit,
    note,
    patient,
    practitioner,
    taxonomy: ports.scheduling.taxonomyOf(visit.specialty),
    consented: consent !== null,
    zone: organization.zone,
    settings,
    fees,
    payer,
    coverage: paying,
    account,
    restricted,
    follows,
    sameDay,
  }
}

const findRequestedCoverage = async (
  context: ReadContext,
  patientId: string,
  day: string,
  asked: ClaimSourceQuery['coverage'],
): Promise<Coverage | null> => {
  if (asked === 'by-day') return findCoverageByDay(context.db, context, patientId, day)
  const coverage = 'found' in asked ? asked.found : asked.id && (await readCoverage(context.db, context, asked.id))
  if (!coverage) return null
  if (coverage.patientId !== patientId) throw notFound('coverage of another patient')
  return coverage
}
