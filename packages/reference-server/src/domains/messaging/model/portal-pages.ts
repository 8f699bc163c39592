import type { SubjectKind } from './delivery.ts'
import type { NotificationKind } from './preferences.ts'

/** The page of the organization's portal on which a patient reads what a kind of notice announces. The portal serves each of them. */
const pages: Readonly<Record<NotificationKind, string>> = {
  appointment: '',
  reminder: '',
  message: '/messages',
  result: '/record',
  summary: '/summaries',
  prescription: '/record',
  outreach: '',
  access: '/access',
}

/** What a page opens by its id. */
const opened: ReadonlySet<SubjectKind> = new Set(['result', 'visit', 'prescription'])

/**
 * Where the link of a notice leads. The fragment has the id of the thing and no word about it, and a browser sends it to no server. An id
 * opens nothing for who has not signed in.
 */
export const portalPage = (kind: NotificationKind, subject: { readonly kind: SubjectKind; readonly id: string }) =>
  subject.kind === 'privacy-request'
    ? '/privacy'
    : pages[kind] + (pages[kind] !== '' && opened.has(subject.kind) ? `#${subject.id}` : '')

/** The page on which a patient stops or changes notices. Also the address in `List-Unsubscribe`. */
export const preferencesPage = '/preferences'
