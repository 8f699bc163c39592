import type { components } from '@visitkit/contract'
import { isOverdue, type Referral } from '../model/referral.ts'

type Schemas = components['schemas']

/** A referral as the contract shows it. */
export const describeReferral = (
  referral: Referral,
  now: Date,
  patient?: Schemas['PatientSummary'],
): Schemas['Referral'] => ({
  id: referral.id,
  patientId: referral.patientId,
  ...(patient && { patient }),
  ...(referral.visitId !== null && { visitId: referral.visitId }),
  specialty: referral.specialty,
  to: referral.to,
  question: referral.question,
  priority: referral.priority,
  status: referral.status,
  ...(referral.nextStepDue && { nextStepDue: referral.nextStepDue.toISOString() }),
  overdue: isOverdue(referral, now),
  history: [...referral.history],
  ...(referral.report !== null && { report: referral.report }),
  createdAt: referral.createdAt.toISOString(),
  version: referral.version,
})
