import type { components } from '@visitkit/contract'
import type { QuietHours } from './messaging-policy.ts'

export type NotificationKind = components['schemas']['NotificationKind']

/** How a patient asked to be notified (45 CFR 164.522(b)). */
export interface Preferences {
  /** The one channel that is used. */
  readonly channel: 'email' | 'sms' | 'none'
  /** Instead of the addresses on record. */
  readonly email: string | null
  readonly phone: string | null
  readonly language: string
  readonly quietHours: QuietHours | null
  readonly muted: readonly NotificationKind[]
  /** Whether the patient receives a notice when a member opens the record for the first time. */
  readonly tellFirstAccess: boolean
  readonly version: number
}
