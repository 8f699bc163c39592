import type { BoundReaction } from '../../../domain-module.ts'
import type { DomainEvent, Keeping } from '../../seams.ts'
import { recordSessionEnd } from '../end-session-record.ts'
import type { SessionBook } from '../session-book.ts'
import { sessionStore } from '../session-store.ts'

/** Ends every session of one person: 45 CFR 164.308(a)(3)(ii)(C), access ends when the right to it does. */
const endAllOf = async (keeping: Keeping, personId: unknown, kind: string, book: () => SessionBook): Promise<void> => {
  if (typeof personId !== 'string') return
  const { organizationId } = keeping.caller
  for (const id of await sessionStore.openOf(keeping.tx, personId))
    await recordSessionEnd(keeping, { id, organizationId, personId, kind }, 'access-withdrawn', book)
}

const lostRoles = ({ data }: DomainEvent): boolean => Array.isArray(data['lostRoles']) && data['lostRoles'].length > 0

/**
 * A member was disabled or lost a role, a proxy's right ended, or a sign-in was released: what they hold ends now, and signing in again
 * gives what they still may do.
 */
export const endSessionsOnAccessWithdrawn = (book: () => SessionBook): readonly BoundReaction[] => [
  {
    event: 'directory.member-disabled',
    consumer: 'identity.end-sessions-of-disabled-member',
    keep: (event, _gathered, keeping) => endAllOf(keeping, event.data['memberId'], 'member', book),
  },
  {
    event: 'directory.member-changed',
    consumer: 'identity.end-sessions-on-lost-role',
    keep: async (event, _gathered, keeping) => {
      if (lostRoles(event)) await endAllOf(keeping, event.data['memberId'], 'member', book)
    },
  },
  {
    event: 'directory.proxy-ended',
    consumer: 'identity.end-sessions-of-ended-proxy',
    keep: (event, _gathered, keeping) => endAllOf(keeping, event.data['personId'], 'proxy', book),
  },
  {
    event: 'directory.login-released',
    consumer: 'identity.end-sessions-of-released-login',
    keep: (event, _gathered, keeping) =>
      endAllOf(keeping, event.data['personId'], String(event.data['personKind']), book),
  },
]
