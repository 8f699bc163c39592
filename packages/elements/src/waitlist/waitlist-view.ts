import type { VisitClient, WaitlistEntry } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { waitlistEn } from './waitlist.en.ts'

/** The data with which the waiting list is rendered. */
export interface WaitlistView {
  readonly host: VisitElement
  readonly t: Translate<typeof waitlistEn>
  readonly client: VisitClient
  /** The patient's name, for a person who acts for others. */
  readonly nameOf: (entry: WaitlistEntry) => string | undefined
}
