import { notFound } from '../../../../platform/problems/problem.ts'
import type { Reading } from '../../../../platform/contracts/context.ts'
import { findPayerAndCoverage, type Coverage } from '../../coverages/store/coverages.ts'
import type { Terms } from '../../fees/store/terms.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import type { ClaimSurroundings } from '../presenters/answer-of-claim.ts'

/** `known`: what of it was read before. */
export const gatherSurroundings = async (
  ports: BillingContext,
  reading: Reading,
  {
    practitionerId,
    patientId,
    payerId,
    coverageId,
  }: Pick<ClaimFacts, 'practitionerId' | 'patientId' | 'payerId' | 'coverageId'>,
  known?: { readonly terms: Terms; readonly coverage: Coverage | null },
): Promise<ClaimSurroundings> => {
  const [practitioners, patients, { payer, coverage }] = await Promise.all([
    ports.directory.practitionerSummaries(reading, [practitionerId]),
    ports.directory.patientSummaries(reading, [patientId]),
    known === undefined
      ? findPayerAndCoverage(reading.db, reading, payerId, coverageId)
      : { payer: known.terms.payers.find(({ id }) => id === payerId), coverage: known.coverage },
  ])
  const practitioner = practitioners.get(practitionerId)
  if (!practitioner || !payer) throw notFound('what a claim names is never removed')
  return { practitioner, patient: patients.get(patientId), payer, coverage }
}
