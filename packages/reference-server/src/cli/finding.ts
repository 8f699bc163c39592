/** What one check of the doctor found. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'fault'
  /** What was found and, unless it is well, what to do. */
  readonly message: string
}
