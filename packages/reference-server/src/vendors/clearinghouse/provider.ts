import type { ClaimAcknowledgments, FileAcknowledgment, InterchangeAcknowledgment } from './acknowledgment.ts'
import type { StatusAnswer } from './claim-status.ts'
import type { Delimiters } from './x12/delimiters.ts'
import type { EligibilityResponse, EligibilityRequest } from './eligibility.ts'
import type { Remittance } from './remittance.ts'
import type { X12Unreadable } from './x12/x12-unreadable.ts'

/**
 * The interface of a clearinghouse. The billing domain uses this folder's types, its pure writers and readers, and no specific
 * clearinghouse.
 */

/** The sender and receiver in an envelope, from configuration. Organizations of a deployment may share one. */
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
  /** ISA15: T for anything that is not a real claim. */
  readonly usage: 'production' | 'test'
  /** Those that the clearinghouse prescribes: a text with one of them is refused. Absent: chosen so that every text can be written. */
  readonly delimiters?: Delimiters | null
  /** EQ01 of an eligibility inquiry, one loop each. Some payers accept only one. Absent: 30 and 98. */
  readonly serviceTypes?: readonly string[]
  /** ISA06 of responses, if the clearinghouse forwards those of payers under their names. Absent: `receiverId`. */
  readonly senderIds?: readonly string[]
}

/** Counters of the billing domain, each 1 to 999,999,999; never repeated within a year. */
export interface ControlNumbers {
  readonly interchange: number
  readonly group: number
}

/** The clearinghouse's definite response to a file. `received` does not mean that the file is valid: the 999 states that. */
export type SubmissionReceipt =
  | { readonly received: true; readonly clearinghouseReference: string }
  | { readonly received: false; readonly code: string }

export interface MailboxFile {
  /**
   * The clearinghouse's id of the file. The same file may come again with another id: its content identifies it (control numbers, payment
   * number).
   */
  readonly id: string
  readonly postedAt: Date
  /** As received, possibly invalid: `readResponse` checks it. */
  readonly content: string
}

export interface ClearinghouseProvider {
  readonly vendor: string
  /**
   * Submits a file: claims (837P) or a question about one (276). The clearinghouse recognizes a repeated `id` (a transmission's id), so a retry never submits the file twice.
   * Resolves with a definite response; throws `clearinghouse_unavailable` if it is unknown whether the file arrived.
   */
  submitClaims(interchange: string, id: string, signal?: AbortSignal): Promise<SubmissionReceipt>
  /**
   * The oldest files in the mailbox, at most `limit` (default 20). They stay there until acknowledged. A file that cannot be fetched is
   * left out if another can; throws if none can.
   */
  fetchMailbox(limit?: number, signal?: AbortSignal): Promise<readonly MailboxFile[]>
  /** Deletes one file from the mailbox. Call it only after the content is durable here. May be repeated. */
  acknowledgeFile(id: string, signal?: AbortSignal): Promise<void>
  /** Sends a real-time inquiry. Throws `clearinghouse_unavailable` if there is no response; a response with `retry` is one. */
  checkEligibility(
    request: EligibilityRequest,
    id: string,
    now: Date,
    signal?: AbortSignal,
  ): Promise<EligibilityResponse>
}

/** From whom and for whom an interchange is. */
export interface ResponseEnvelope {
  /** ISA06. */
  readonly senderId: string
  /** ISA08. */
  readonly receiverId: string
  /** ISA15. */
  readonly usage: 'production' | 'test'
}

/** What one transaction says. */
export type ResponseContent =
  | { readonly kind: 'interchange-acknowledgment'; readonly acknowledgment: InterchangeAcknowledgment }
  | { readonly kind: 'file-acknowledgment'; readonly acknowledgment: FileAcknowledgment }
  | { readonly kind: 'claim-acknowledgments'; readonly acknowledgments: ClaimAcknowledgments }
  | { readonly kind: 'claim-statuses'; readonly answers: readonly StatusAnswer[] }
  | { readonly kind: 'remittance'; readonly remittance: Remittance }

/** One transaction of a response file. */
export type ResponsePart = ResponseContent & {
  readonly envelope: ResponseEnvelope
  /** An interchange with this transaction alone: all that may be stored with what it is about. */
  readonly text: string
}

/** A part of a file that cannot be read. It is data too: stored and shown, and never interpreted. */
export interface UnreadablePart {
  readonly text: string
  readonly fault: X12Unreadable
}

export interface ParsedResponse {
  /** ISA06 and ISA13 of each interchange of the file that can be read: its identity at the sender. */
  readonly interchanges: readonly { readonly senderId: string; readonly controlNumber: number }[]
  readonly parts: readonly ResponsePart[]
  readonly unreadable: readonly UnreadablePart[]
}
