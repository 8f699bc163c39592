import { notFound } from '../../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { findPayerAndCoverage, type Coverage } from '../../coverages/store/coverages.ts'
import type { Terms } from '../../fees/store/terms.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import type { ClaimContext } from '../presenters/present-claim.ts'

/** `known`: the parts that were already read. */
export const gatherClaimContext = async (
  ports: BillingContext,
  context: ReadContext,
  {
    practitionerId,
    patientId,
    payerId,
    coverageId,
  }: Pick<ClaimFacts, 'practitionerId' | 'patientId' | 'payerId' | 'coverageId'>,
  known?: { readonly terms: Terms; readonly coverage: Coverage | null },
): Promise<ClaimContext> => {
  const [practitioners, patients, { payer, coverage }] = await Promise.all([
    ports.directory.practitionerSummaries(context, [practitionerId]),
    ports.directory.patientSummaries(context, [patientId]),
    known === undefined
      ? findPayerAndCoverage(context.db, context, payerId, coverageId)
      : { payer: known.terms.payers.find(({ id }) => id === payerId), coverage: known.coverage },
  ])
  const practitioner = practitioners.get(practitionerId)
  if (!practitioner || !payer) throw notFound('what a claim names is never removed')
  return { practitioner, patient: patients.get(patientId), payer, coverage }
}
