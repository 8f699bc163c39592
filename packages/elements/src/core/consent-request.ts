import type { ConsentPurpose } from '@visitkit/sdk'
import type { Problem } from './problem.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-consent-requested': CustomEvent<ConsentRequest>
  }
}

/** What the page gives the consent dialog, so that the patient can decide on what a visit lacks. */
export interface ConsentRequest {
  readonly patientId: string
  /** Codes separated by spaces. */
  readonly purposes: string
  /** Absent before the check-in. */
  readonly visitId?: string
  /** Where the patient says that they are now, two letters: another state may want a signature. */
  readonly state?: string
}

const pointer = 'consent:'

/** The purposes that a refusal names as missing, separated by spaces; empty for another refusal. */
export const missingConsents = ({ code, errors }: Problem): string =>
  code === 'consent_missing'
    ? errors
        .filter((error) => error.pointer.startsWith(pointer))
        .map((error) => error.pointer.slice(pointer.length) as ConsentPurpose)
        .join(' ')
    : ''
