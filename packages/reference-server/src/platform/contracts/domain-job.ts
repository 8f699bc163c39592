/** A timer. Runs in one process at a time, once every `everySeconds`. */
export interface DomainJob {
  readonly name: string
  readonly everySeconds: number
  readonly run: (now: Date) => Promise<void>
  /** Whether a run would find nothing to do, as far as this process knows. The run is then skipped, without a statement. */
  readonly isIdle?: (now: Date) => boolean
  /** Called at shutdown, before the server waits for a run under way. Cancels long work. */
  readonly stop?: () => void
}
