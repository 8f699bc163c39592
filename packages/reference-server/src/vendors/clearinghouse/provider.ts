import type { ClaimAcknowledgments, FileAcknowledgment, InterchangeAcknowledgment } from './acknowledgment.ts'
import type { EligibilityResponse, EligibilityRequest } from './eligibility.ts'
import type { Remittance } from './remittance.ts'

/**
 * What the server asks of a clearinghouse, whichever it is. The billing domain knows this folder's types and its pure writers and readers,
 * and no clearinghouse.
 */

/** Who we are in an envelope. From configuration; the same for every organization of a deployment or one each. */
export interface ClearinghouseAccount {
  /** ISA06, GS02, 1000A NM109; at most 15 characters. */
  readonly submitterId: string
  readonly submitterName: string
  readonly contactName: string
  /** Ten digits. */
  readonly contactPhone: string
  /** ISA08, GS03, 1000B NM109. */
  readonly receiverId: string
  readonly receiverName: string
  /** ISA15: T for anything that is no real claim. */
  readonly usage: 'production' | 'test'
}

/** Counters of the billing domain, each 1 to 999,999,999; never given twice within a year. */
export interface ControlNumbers {
  readonly interchange: number
  readonly group: number
}

/** What the clearinghouse definitely said about a file. `received` says that it has it, not that it is any good: that is the 999. */
export type SubmissionReceipt =
  | { readonly received: true; readonly clearinghouseReference: string }
  | { readonly received: false; readonly code: string }

export interface MailboxFile {
  /** The clearinghouse's id of the file. The same file again may have another id: content decides (control numbers, payment number). */
  readonly id: string
  readonly postedAt: Date
  /** As it came. May be nonsense: `readResponse` says. */
  readonly content: string
}

export interface ClearinghouseProvider {
  readonly vendor: string
  /**
   * Hands over an 837P file. `id` (a transmission's id) is recognized when it comes again, so a retry is never a second file. Resolves with a
   * definite answer; throws `clearinghouse_unavailable` when it is not known whether the file arrived.
   */
  submitClaims(interchange: string, id: string, signal?: AbortSignal): Promise<SubmissionReceipt>
  /**
   * The oldest files in the mailbox, at most `limit` (default 20). They stay there until acknowledged. A file that cannot be had is left out
   * as long as another can; throws when none can.
   */
  fetchMailbox(limit?: number, signal?: AbortSignal): Promise<readonly MailboxFile[]>
  /** Deletes one file from the mailbox. Only after its content is durable here. Safe to repeat. */
  acknowledgeFile(id: string, signal?: AbortSignal): Promise<void>
  /** Asks in real time. Throws `clearinghouse_unavailable` when there is no answer; an `askAgain` answer is one. */
  checkEligibility(
    request: EligibilityRequest,
    id: string,
    now: Date,
    signal?: AbortSignal,
  ): Promise<EligibilityResponse>
}

/** One transaction of a response file. Unreadable ones are data too: kept, shown, never guessed at. */
export type ResponsePart =
  | { readonly kind: 'interchange-acknowledgment'; readonly acknowledgment: InterchangeAcknowledgment }
  | { readonly kind: 'file-acknowledgment'; readonly acknowledgment: FileAcknowledgment }
  | { readonly kind: 'claim-acknowledgments'; readonly acknowledgments: ClaimAcknowledgments }
  | { readonly kind: 'remittance'; readonly remittance: Remittance }

export interface ParsedResponse {
  /** ISA06 and ISA13 of each interchange of the file: its identity at the sender. */
  readonly interchanges: readonly { readonly senderId: string; readonly controlNumber: number }[]
  readonly parts: readonly ResponsePart[]
}
