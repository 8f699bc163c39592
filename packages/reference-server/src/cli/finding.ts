/** The result of one check of the doctor. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'fault'
  /** What was found and, unless the state is `ok`, the remedy. */
  readonly message: string
}
