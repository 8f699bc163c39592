/** A timer. Runs in one process at a time, once per `everySeconds`. */
export interface DomainJob {
  readonly name: string
  readonly everySeconds: number
  readonly run: (now: Date) => Promise<void>
  /** Whether a turn would find nothing to do, as far as this process knows: it is left out then, and costs no statement. */
  readonly isIdle?: (now: Date) => boolean
  /** Asked when the server stops, before a run under way is waited for: gives up what takes long. */
  readonly stop?: () => void
}
