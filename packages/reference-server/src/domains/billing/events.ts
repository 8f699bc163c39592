import type { components } from '@visitkit/contract'
import type { NewEvent } from '../../platform/contracts/event.ts'
import type { ClaimFacts } from './kernel/model/claim-record.ts'

type MailboxFileState = components['schemas']['MailboxFileState']

/** What this domain tells: ids, states and versions. README.md lists the payloads. Amounts, codes and names stay here. */

export const claimTold = ({ id, patientId, visitId, state, version }: ClaimFacts): NewEvent => ({
  type: 'billing.claim-changed',
  data: { claimId: id, patientId, visitId, state, version },
})

export const accountTold = (patientId: string): NewEvent => ({ type: 'billing.account-changed', data: { patientId } })

export const coverageTold = (coverageId: string, patientId: string, version: number): NewEvent => ({
  type: 'billing.coverage-changed',
  data: { coverageId, patientId, version },
})

export const eligibilityTold = (coverageId: string, patientId: string, status: string): NewEvent => ({
  type: 'billing.eligibility-answered',
  data: { coverageId, patientId, status },
})

export const estimateTold = (
  fact: 'estimate-due' | 'estimate-issued' | 'estimate-replaced',
  estimate: { readonly id: string; readonly patientId: string; readonly dueBefore: Date; readonly version: number },
): NewEvent => ({
  type: `billing.${fact}`,
  data: {
    estimateId: estimate.id,
    patientId: estimate.patientId,
    dueBefore: estimate.dueBefore.toISOString(),
    version: estimate.version,
  },
})

export const remittanceTold = (remittanceId: string, unmatched: number): NewEvent => ({
  type: 'billing.remittance-posted',
  data: { remittanceId, unmatched },
})

/** A file of the mailbox waits for a person, or no longer does. */
export const mailboxFileTold = (fileId: string, state: MailboxFileState): NewEvent => ({
  type: 'billing.mailbox-file-changed',
  data: { fileId, state },
})
