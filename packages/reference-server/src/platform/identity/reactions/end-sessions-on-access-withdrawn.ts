import { onEvent, type BoundReaction } from '../../contracts/reaction.ts'
import type { Keeping } from '../../contracts/context.ts'
import { recordSessionEnd } from '../end-session-record.ts'
import type { SessionBook } from '../session-book.ts'
import { sessionStore } from '../session-store.ts'

/** Ends every session of one person: 45 CFR 164.308(a)(3)(ii)(C), access ends when the right to it does. */
const endAllOf = async (
  keeping: Keeping,
  personId: string,
  kind: 'patient' | 'proxy' | 'member',
  book: () => SessionBook,
): Promise<void> => {
  const { organizationId } = keeping.caller
  for (const id of await sessionStore.openOf(keeping.tx, personId))
    await recordSessionEnd(keeping, { id, organizationId, personId, kind }, 'access-withdrawn', book)
}

/**
 * A member was disabled or lost a role, a proxy's right ended, or a login was released: their sessions end now,
 * and signing in again gives what they may still do.
 */
export const endSessionsOnAccessWithdrawn = (book: () => SessionBook): readonly BoundReaction[] => [
  onEvent()(['directory.member-disabled'], 'identity.end-sessions-of-disabled-member', {
    keep: ({ data }, _, keeping) => endAllOf(keeping, data.memberId, 'member', book),
  }),
  onEvent()(['directory.member-changed'], 'identity.end-sessions-on-lost-role', {
    keep: async ({ data }, _, keeping) => {
      if (data.lostRoles.length > 0) await endAllOf(keeping, data.memberId, 'member', book)
    },
  }),
  onEvent()(['directory.proxy-ended'], 'identity.end-sessions-of-ended-proxy', {
    keep: async ({ data }, _, keeping) => {
      if (data.personId !== null) await endAllOf(keeping, data.personId, 'proxy', book)
    },
  }),
  onEvent()(['directory.login-released'], 'identity.end-sessions-of-released-login', {
    keep: ({ data }, _, keeping) => endAllOf(keeping, data.personId, data.personKind, book),
  }),
]
