import type { components } from '@visitkit/contract'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { NextClaimFacts } from '../../kernel/model/next-claim.ts'
import { frequencies, presentLine } from './present-claim.ts'

/** A claim that was sent, without what is work of the clinic: findings, deadlines and the note of the desk. */
export const presentPatientClaim = (
  claim: ClaimRecord & { readonly submittedAt: Date },
  next: readonly NextClaimFacts[],
  nameOf: (payerId: string) => string,
): components['schemas']['PatientClaim'] => ({
  ...{ id: claim.id, number: claim.number, visitId: claim.visitId, patientId: claim.patientId },
  ...{ payer: nameOf(claim.payerId), state: claim.state, serviceDate: claim.serviceDay },
  frequency: frequencies[claim.frequency],
  ...(claim.followsId !== null && { follows: claim.followsId }),
  ...(claim.payerClaimNumber !== null && { payerClaimNumber: claim.payerClaimNumber }),
  diagnosisCodes: [...claim.details.diagnoses],
  lines: claim.details.lines.map(presentLine),
  ...{ chargeCents: claim.chargeCents, paidCents: claim.paidCents, patientCents: claim.patientCents },
  submittedAt: claim.submittedAt.toISOString(),
  history: [...claim.history],
  nextClaims: next.map(({ id, number, payerId, state, sentAt }) => ({
    ...{ id, number, payer: nameOf(payerId), state, sentAt: sentAt.toISOString() },
  })),
})
