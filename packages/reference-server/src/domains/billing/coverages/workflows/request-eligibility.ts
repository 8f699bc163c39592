import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import type { EnqueuedTransmission } from '../../../../platform/contracts/transmission.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import type { ClaimGender } from '../../../../vendors/clearinghouse/claim.ts'
import type { EligibilityRequest } from '../../../../vendors/clearinghouse/eligibility.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { nameInLatin } from '../../../../platform/names/name-in-latin.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { claimName, claimNameOfPatient } from '../../kernel/model/claim-name.ts'
import type { BillingContext, Patient } from '../../ports.ts'
import type { Coverage } from '../store/coverages.ts'
import { insertEligibility, noDetails, type Eligibility } from '../store/eligibilities.ts'
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

export interface EligibilityRequested {
  readonly eligibility: Eligibility
  readonly writes: readonly Write[]
  readonly transmissions: readonly EnqueuedTransmission[]
}

/** The inquiry (270), stored with the coverage. The response (271) arrives later. */
export const requestEligibility = (
  context: DecideContext,
  coverage: Coverage,
  payer: Payer,
  { patient, provider, today }: LoadedInquiry,
  policy: BillingPolicy,
): EligibilityRequested => {
  const { now, newId } = context
  const { id: coverageId, patientId } = coverage
  context.access.touch(patientId)
  const pending = {
    id: newId(),
    coverageId,
    patientId,
    status: 'pending',
    requestedAt: now,
    respondedAt: null,
  } as const
  const self = {
    name: claimNameOfPatient(patient, coverage.nameOnCard),
    birthDay: patient.birthDate,
    gender: genderOf(patient.sex),
  }
  const { subscriber } = coverage
  const insured = subscriber
    ? { name: claimName(nameInLatin(subscriber)), birthDay: subscriber.birthDate, gender: genderOf(subscriber.sex) }
    : self
  const question: EligibilityRequest = {
    payer: { id: payer.payerId, name: payer.name },
    provider: { organizationName: provider.organizationName, npi: provider.npi },
    subscriber: { memberId: coverage.memberNumber, ...insured },
    dependent: coverage.relationship === 'self' ? null : self,
    serviceDay: today,
  }
  return {
    eligibility: { ...pending, ...noDetails },
    writes: [insertEligibility(pending)],
    transmissions: [
      {
        id: newId(),
        kind: 'eligibility',
        subjectId: pending.id,
        patientId,
        visitId: null,
        payload: question,
        expiresAt: new Date(now.getTime() + policy.eligibilityMinutes * 60_000),
      },
    ],
  }
}

const genderOf = (sex: string | undefined): ClaimGender => (sex === 'female' || sex === 'male' ? sex : 'unknown')
