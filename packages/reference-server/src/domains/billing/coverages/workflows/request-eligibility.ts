import { enqueueTransmission } from '../../../../platform/partners/enqueue-transmission.ts'
import type { WriteContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type { ClaimGender } from '../../../../vendors/clearinghouse/claim.ts'
import type { EligibilityRequest } from '../../../../vendors/clearinghouse/eligibility.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { claimName } from '../../kernel/model/claim-name.ts'
import type { BillingContext, Patient } from '../../ports.ts'
import type { Coverage } from '../store/coverages.ts'
import { insertEligibility, type Eligibility } from '../store/eligibilities.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import { readSettings } from '../../kernel/store/settings.ts'

/** The data of an eligibility inquiry; null if the payer cannot be asked. */
export interface LoadedInquiry {
  readonly patient: Patient
  readonly provider: { readonly organizationName: string; readonly npi: string }
  readonly today: string
}

export const gatherInquiry = async (
  ports: BillingContext,
  context: ReadContext,
  patientId: string,
): Promise<LoadedInquiry | null> => {
  if (ports.clearinghouse.of(context.caller.organizationId) === null) return null
  const { provider } = await readSettings(context.db)
  if (provider === null) return null
  const [patient, { zone }] = await Promise.all([
    ports.directory.patient(context, patientId),
    ports.directory.organization(context),
  ])
  return { patient, provider, today: localDay(context.now, zone) }
}

/** Stores the inquiry (270) with the coverage. The response (271) arrives later. */
export const requestEligibility = async (
  context: WriteContext,
  coverage: Coverage,
  payer: Payer,
  { patient, provider, today }: LoadedInquiry,
  policy: BillingPolicy,
): Promise<Eligibility> => {
  const { now, newId } = context
  const { id: coverageId, patientId } = coverage
  const eligibility = await insertEligibility(context, { id: newId(), coverageId, patientId, requestedAt: now })
  const self = { name: claimName(patient.name), birthDay: patient.birthDate, gender: genderOf(patient.sex) }
  const { subscriber } = coverage
  const insured = subscriber
    ? { name: claimName(subscriber.name), birthDay: subscriber.birthDate, gender: genderOf(subscriber.sex) }
    : self
  const question: EligibilityRequest = {
    payer: { id: payer.payerId, name: payer.name },
    provider: { organizationName: provider.organizationName, npi: provider.npi },
    subscriber: { memberId: coverage.memberNumber, ...insured },
    dependent: coverage.relationship === 'self' ? null : self,
    serviceDay: today,
  }
  await enqueueTransmission(context, 'billing', {
    kind: 'eligibility',
    subjectId: eligibility.id,
    patientId,
    payload: question,
    expiresAt: new Date(now.getTime() + policy.eligibilityMinutes * 60_000),
  })
  return eligibility
}

const genderOf = (sex: string | undefined): ClaimGender => (sex === 'female' || sex === 'male' ? sex : 'unknown')
