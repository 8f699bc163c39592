import type { QuietHours } from './messaging-policy.ts'

/** What leaves: words that a template made, and where to. The payload of an `email` or `sms` transmission, sealed as such. */
export interface OutgoingNotice {
  readonly to: string
  /** By which right it goes to somebody who acts for the patient; null for the patient. It must still hold when it leaves. */
  readonly proxyId: string | null
  readonly fromName: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly unsubscribeUrl: string
  /** A retry does not reach into the person's night. */
  readonly zone: string
  readonly quietHours: QuietHours | null
  /** Of the preferences by which it was decided. When they change before it leaves, it is decided again. */
  readonly preferencesVersion: number
}
