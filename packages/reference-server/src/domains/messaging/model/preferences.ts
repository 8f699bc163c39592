import type { components } from '@visitkit/contract'
import type { QuietHours } from './messaging-policy.ts'

export type NotificationKind = components['schemas']['NotificationKind']

/** Who wrote an address last: the patient, a person who acts for them, or the clinic. */
export type AddressWriter = 'patient' | 'proxy' | 'staff'

export type AddressWriters = Readonly<Partial<Record<'email' | 'phone', AddressWriter>>>

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
  /** Who wrote the addresses. Of preferences of an earlier release it is not known. */
  readonly writtenBy?: AddressWriters
  readonly version: number
}
