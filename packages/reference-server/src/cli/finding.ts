/** The result of one check of the doctor. */
export interface Finding {
  readonly check: string
  readonly state: 'ok' | 'warning' | 'fault'
  /** What was found and, unless the state is `ok`, the remedy. */
  readonly message: string
}

export const ok = (check: string, message: string): Finding => ({ check, state: 'ok', message })
export const warning = (check: string, message: string): Finding => ({ check, state: 'warning', message })
export const fault = (check: string, message: string): Finding => ({ check, state: 'fault', message })
