import { vocabularies } from '@visitkit/contract/vocabularies'

const isOneOf = <Member extends string>(members: readonly Member[], stored: string): stored is Member =>
  members.some((member) => member === stored)

/**
 * The codes of a stored row, as today's contract lists them. Rows stay for years, and another version of the server may have written
 * other codes: they are answered as such, and never shown as they stand.
 */
export const asListed = {
  entity: (stored: string) => (isOneOf(vocabularies.AuditedEntity, stored) ? stored : 'Unlisted'),
  reason: (stored: string) => (isOneOf(vocabularies.AccessReason, stored) ? stored : 'unlisted'),
  role: (stored: string) => (isOneOf(vocabularies.ActorRole, stored) ? stored : 'unlisted'),
  purpose: (stored: string) => (isOneOf(vocabularies.PurposeOfUse, stored) ? stored : null),
} as const
