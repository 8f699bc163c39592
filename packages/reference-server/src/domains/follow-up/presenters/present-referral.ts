import type { components } from '@visitkit/contract'
import type { Caller } from '../../../platform/contracts/caller.ts'
import { isOverdue, readsFindings, type Referral } from '../model/referral.ts'

type Schemas = components['schemas']

/** The contract shape of a referral, for this caller. */
export const presentReferral = (
  referral: Referral,
  { caller, now }: { readonly caller: Pick<Caller, 'roles'>; readonly now: Date },
  patient?: Schemas['PatientSummary'],
): Schemas['Referral'] => ({
  id: referral.id,
  patientId: referral.patientId,
  ...(patient && { patient }),
  ...(referral.visitId !== null && { visitId: referral.visitId }),
  specialty: referral.specialty,
  to: referral.to,
  ...(readsFindings(caller) && { question: referral.question }),
  priority: referral.priority,
  status: referral.status,
  ...(referral.nextStepDue && { nextStepDue: referral.nextStepDue.toISOString() }),
  overdue: isOverdue(referral, now),
  history: [...referral.history],
  ...(referral.report !== null && readsFindings(caller) && { report: referral.report }),
  createdAt: referral.createdAt.toISOString(),
  version: referral.version,
})
