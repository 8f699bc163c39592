import type { Consent } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** What the patient agreed to, as staff read it. */
export const chartConsentsEn = {
  none: 'The patient has not decided on any text.',
  decision: '{status} on {date}',
  status_active: 'Agreed',
  status_expired: 'Ended on its last day',
  status_declined: 'Declined',
  status_revoked: 'Revoked',
  status_superseded: 'Replaced by a newer text or decision',
  by_patient: 'By the patient',
  by_proxy: 'By a person who acts for the patient',
  by_member: 'Spoken; a member of staff attests it',
  loading: 'Loading the consents',
  more: 'Show more consents',
} as const satisfies Messages & CodeWords<'status', Consent['status']> & CodeWords<'by', Consent['decidedByKind']>
