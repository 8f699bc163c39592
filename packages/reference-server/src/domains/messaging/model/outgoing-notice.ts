import type { QuietHours } from './messaging-policy.ts'

/** A rendered notice and its address. The payload of an `email` or `sms` transmission, which is encrypted. */
export interface OutgoingNotice {
  readonly to: string
  /** The proxy right under which it is sent to a proxy; null for the patient. It must still be in force when it is sent. */
  readonly proxyId: string | null
  readonly fromName: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly unsubscribeUrl: string
  /** A retry is not sent during the person's night. */
  readonly zone: string
  readonly quietHours: QuietHours | null
  /** The version of the preferences that decided it. If they change before it is sent, it is decided again. */
  readonly preferencesVersion: number
}
