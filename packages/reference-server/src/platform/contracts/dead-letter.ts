import type { AuditedEntity } from './access.ts'
import type { WriteContext, ReadContext } from './context.ts'

/** Something that failed for good and stands still. Ids, codes and times; nothing of what it holds. */
export interface DeadLetter {
  readonly id: string
  /** More exactly what it is, e.g. `labs.order`. */
  readonly what: string
  /** A code. */
  readonly fault: string
  readonly since: Date
  /** Null where it was tried once. */
  readonly attempts: number | null
  /** For the audit; not shown. */
  readonly patientId: string | null
  /** A later one about the same thing has left: sent now, it would arrive after what was meant to follow it. */
  readonly isOvertaken: boolean
}

export type DeadLetterRetry =
  /** It is on its way. */
  | { readonly outcome: 'again' }
  | { readonly outcome: 'not-parked' }
  /** It was looked at again, and the fault holds. */
  | { readonly outcome: 'still-parked'; readonly fault: string }

/** One kind of what may stand still in a domain, and how an operator has it tried again. */
export interface DeadLetterKind {
  /** As the command line names it. */
  readonly kind: 'transmission' | 'message'
  /** As the audit names it. */
  readonly entity: AuditedEntity
  /** Oldest first. Opens nothing. */
  readonly list: (context: Pick<ReadContext, 'db' | 'caller'>, limit: number) => Promise<readonly DeadLetter[]>
  readonly retry: (context: WriteContext, id: string) => Promise<DeadLetterRetry>
}
