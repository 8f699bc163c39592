import type { AuditedEntity } from './access.ts'
import type { WriteContext, ReadContext } from './context.ts'

/** A message or event that failed permanently and is not retried. Has ids, codes and times, no content. */
export interface DeadLetter {
  readonly id: string
  /** The specific kind, e.g. `labs.order`. */
  readonly what: string
  /** A code. */
  readonly fault: string
  readonly since: Date
  /** Null if there is only one attempt. */
  readonly attempts: number | null
  /** For the audit; not displayed. */
  readonly patientId: string | null
  /** A later message about the same subject has been sent. A retry would arrive after it, in the wrong order. */
  readonly isOvertaken: boolean
}

export type DeadLetterRetry =
  /** It is being retried. */
  | { readonly outcome: 'again' }
  | { readonly outcome: 'not-parked' }
  /** It was processed again, with the same fault. */
  | { readonly outcome: 'still-parked'; readonly fault: string }

/** One kind of dead letter of a domain, and how an operator retries it. */
export interface DeadLetterKind {
  /** The name on the command line. */
  readonly kind: 'transmission' | 'message'
  /** The entity in the audit. */
  readonly entity: AuditedEntity
  /** Oldest first. Decrypts nothing. */
  readonly list: (context: Pick<ReadContext, 'db' | 'caller'>, limit: number) => Promise<readonly DeadLetter[]>
  readonly retry: (context: WriteContext, id: string) => Promise<DeadLetterRetry>
}
