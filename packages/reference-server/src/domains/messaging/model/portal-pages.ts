import type { NotificationKind } from './preferences.ts'

/** The page of the organization's portal on which a patient reads what a kind of notice announces. The portal serves each of them. */
export const portalPage: Readonly<Record<NotificationKind, string>> = {
  appointment: '',
  reminder: '',
  message: '/messages',
  result: '/record',
  summary: '/summaries',
  outreach: '',
}

/** The page on which a patient stops or changes notices. Also the address in `List-Unsubscribe`. */
export const preferencesPage = '/preferences'
