import { vocabularies } from '@visitkit/contract/vocabularies'

const isOneOf = <Member extends string>(members: readonly Member[], stored: string): stored is Member =>
  members.some((member) => member === stored)

/**
 * Maps the codes of a stored row to those of the current contract. Rows are retained for years, and another version of the server may have
 * written other codes. Unknown codes are returned as unlisted (a purpose as null), never as stored.
 */
export const asListed = {
  entity: (stored: string) => (isOneOf(vocabularies.AuditedEntity, stored) ? stored : 'Unlisted'),
  reason: (stored: string) => (isOneOf(vocabularies.AccessReason, stored) ? stored : 'unlisted'),
  role: (stored: string) => (isOneOf(vocabularies.ActorRole, stored) ? stored : 'unlisted'),
  purpose: (stored: string) => (isOneOf(vocabularies.PurposeOfUse, stored) ? stored : null),
} as const
