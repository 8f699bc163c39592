import type { NewEvent } from './event.ts'
import type { EnqueuedTransmission } from './transmission.ts'
import type { Write } from './write.ts'

/**
 * What a decision wants stored, and the answer if it is. The platform stores the writes, the events, the audit rows and the idempotent
 * answer together: all of them, or none.
 */
export interface Change<Answer> {
  /** One row is written at most once. */
  readonly writes?: readonly Write[]
  readonly events?: readonly NewEvent[]
  readonly answer: Answer
  /** Messages to partners, sent after the commit. */
  readonly transmissions?: readonly EnqueuedTransmission[]
  /**
   * Called after the commit, before the answer is sent: for what this process holds in memory. Must not throw. `returned`: of each write
   * with `returns`, in order.
   */
  readonly committed?: (returned: readonly boolean[]) => void
  /** Called once it is known whether the change is stored. Must not throw. */
  readonly settled?: () => void
  /**
   * Another decision, for when all conditions hold but the last: something is in the way of the conditional insert, or without one, the last
   * conditional update finds no row. It is a change, or a thrown refusal. Without it, or when an earlier condition does not hold, the
   * operation gathers and decides again.
   */
  readonly otherwise?: () => Change<Answer>
}
