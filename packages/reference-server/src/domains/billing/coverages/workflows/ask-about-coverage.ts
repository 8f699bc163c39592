import { enqueueTransmission } from '../../../../platform/partners/enqueue-transmission.ts'
import type { Keeping, Reading } from '../../../../platform/contracts/context.ts'
import type { ClaimGender } from '../../../../vendors/clearinghouse/claim.ts'
import type { EligibilityQuestion } from '../../../../vendors/clearinghouse/eligibility.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import { localDay } from '../../kernel/model/local-day.ts'
import { wireName } from '../../kernel/model/wire-name.ts'
import type { BillingContext, Patient } from '../../ports.ts'
import type { Coverage } from '../store/coverages.ts'
import { insertEligibility, type Eligibility } from '../store/eligibilities.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import { readSettings } from '../../kernel/store/settings.ts'

/** What a question to a payer is made of; null where nobody can be asked. */
export interface Askable {
  readonly patient: Patient
  readonly provider: { readonly organizationName: string; readonly npi: string }
  readonly today: string
}

export const gatherAskable = async (
  ports: BillingContext,
  reading: Reading,
  patientId: string,
): Promise<Askable | null> => {
  if (ports.clearinghouse.of(reading.caller.organizationId) === null) return null
  const { provider } = await readSettings(reading.db)
  if (provider === null) return null
  const [patient, { zone }] = await Promise.all([
    ports.directory.patient(reading, patientId),
    ports.directory.organization(reading),
  ])
  return { patient, provider, today: localDay(reading.now, zone) }
}

/** Stores the question (270) with the coverage; the answer (271) comes when it comes. */
export const askAboutCoverage = async (
  keeping: Keeping,
  coverage: Coverage,
  payer: Payer,
  { patient, provider, today }: Askable,
  policy: BillingPolicy,
): Promise<Eligibility> => {
  const { now, newId } = keeping
  const { id: coverageId, patientId } = coverage
  const eligibility = await insertEligibility(keeping, { id: newId(), coverageId, patientId, askedAt: now })
  const self = { name: wireName(patient.name), birthDay: patient.birthDate, gender: genderOf(patient.sex) }
  const { subscriber } = coverage
  const insured = subscriber
    ? { name: wireName(subscriber.name), birthDay: subscriber.birthDate, gender: genderOf(subscriber.sex) }
    : self
  const question: EligibilityQuestion = {
    payer: { id: payer.payerId, name: payer.name },
    provider: { organizationName: provider.organizationName, npi: provider.npi },
    subscriber: { memberId: coverage.memberNumber, ...insured },
    dependent: coverage.relationship === 'self' ? null : self,
    serviceDay: today,
  }
  await enqueueTransmission(keeping, 'billing', {
    kind: 'eligibility',
    subjectId: eligibility.id,
    patientId,
    payload: question,
    expiresAt: new Date(now.getTime() + policy.eligibilityMinutes * 60_000),
  })
  return eligibility
}

const genderOf = (sex: string | undefined): ClaimGender => (sex === 'female' || sex === 'male' ? sex : 'unknown')
