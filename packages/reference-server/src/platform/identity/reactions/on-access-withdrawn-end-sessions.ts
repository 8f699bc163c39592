import { onEvent, type BoundReaction } from '../../contracts/reaction.ts'
import type { EventData } from '../../contracts/event.ts'
import type { WriteContext } from '../../contracts/context.ts'
import { recordSessionEnd } from '../end-session-record.ts'
import type { SessionCache } from '../session-cache.ts'
import type { EndReason } from '../session.ts'
import { sessionStore } from '../session-store.ts'

/** Ends every session of one person: 45 CFR 164.308(a)(3)(ii)(C), access ends when the right to it ends. */
const endSessionsOf = async (
  context: WriteContext,
  personId: string,
  kind: 'patient' | 'proxy' | 'member' | 'guest',
  sessions: () => SessionCache,
  reason: EndReason = 'access-withdrawn',
): Promise<void> => {
  const { organizationId } = context.caller
  for (const id of await sessionStore.openOf(context.tx, personId))
    await recordSessionEnd(context, { id, organizationId, personId, kind }, reason, sessions)
}

const overForGuest: ReadonlySet<EventData['visits.guest-changed']['status']> = new Set(['refused', 'removed', 'ended'])

/**
 * A member was disabled or lost a role, a proxy's right ended, a login was released, staff signed a person out, or it is over for the
 * guest of a visit: ends their sessions. Signing in again gives the remaining rights.
 */
export const onAccessWithdrawnEndSessions = (sessions: () => SessionCache): readonly BoundReaction[] => [
  onEvent()(['directory.member-disabled'], 'identity.end-sessions-of-disabled-member', {
    keep: ({ data }, _, context) => endSessionsOf(context, data.memberId, 'member', sessions),
  }),
  onEvent()(['directory.member-changed'], 'identity.end-sessions-on-lost-role', {
    keep: async ({ data }, _, context) => {
      if (data.lostRoles.length > 0) await endSessionsOf(context, data.memberId, 'member', sessions)
    },
  }),
  onEvent()(['directory.proxy-ended'], 'identity.end-sessions-of-ended-proxy', {
    keep: async ({ data }, _, context) => {
      if (data.personId !== null) await endSessionsOf(context, data.personId, 'proxy', sessions)
    },
  }),
  onEvent()(['directory.login-released'], 'identity.end-sessions-of-released-login', {
    keep: ({ data }, _, context) => endSessionsOf(context, data.personId, data.personKind, sessions),
  }),
  onEvent()(['directory.person-signed-out'], 'identity.end-sessions-of-signed-out-person', {
    keep: ({ data }, _, context) => endSessionsOf(context, data.personId, data.personKind, sessions, 'ended-by-staff'),
  }),
  onEvent()(['visits.guest-changed'], 'identity.end-sessions-of-guest', {
    keep: async ({ data }, _, context) => {
      if (overForGuest.has(data.status)) await endSessionsOf(context, data.guestId, 'guest', sessions)
    },
  }),
]
