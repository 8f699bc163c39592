import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const reaction = 'src/platform/identity/reactions/on-access-withdrawn-end-sessions.ts'
const ended = serverTest('platform/identity/sessions.test.ts', 'ends when the member is disabled or loses a role')

const ends = 'ends requests, live stream and the seat at the vendor within'

export const sessionKill: Promised = {
  subject: 'C08',
  clauses: {
    'Sign-out, disabling, a lost role, an ended proxy and a released sign-in end sessions: HTTP and live streams within a second, over all processes, and the seat is given up':
      [
        inServer(
          'C08-signing-out-ends-nothing',
          'src/platform/identity/end-session-record.ts',
          ['=> sessions().markEnded(', '=> undefined && sessions().markEnded('],
          serverTest('platform/identity/sessions.test.ts', 'ends another session of the same person'),
        ),
        inServer(
          'C08-live-streams-go-on',
          'src/platform/live/create-live.ts',
          ['=> hub.endSession(', '=> undefined && hub.endSession('],
          serverTest('platform/live/live.test.ts', 'closes every page of a session when it ends'),
        ),
        inServer(
          'C08-other-processes-go-on',
          'src/platform/identity/session-invalidations.ts',
          ["if (invalidation === 'changed')", "if (invalidation !== '')"],
          serverTest('tests/compose-server.test.ts', 'both refuse a session within a second'),
        ),
        inServer(
          'C08-the-seat-is-kept',
          'src/domains/visits/reactions/on-session-ended-leave-seats.ts',
          ['if (seated.length === 0)', 'if (seated.length > 0)'],
          serverTest('domains/visits/tests/room.test.ts', 'loses the seat of a session that signed out'),
        ),
        inServer(
          'C08-a-lost-role-ends-nothing',
          reaction,
          ['if (data.lostRoles.length > 0)', 'if (data.lostRoles.length > 9)'],
          ended,
        ),
        inServer('C08-a-gained-role-ends-it-too', reaction, ['if (data.lostRoles.length > 0) ', ''], ended),
        inServer(
          'C08-disabling-ends-nothing',
          reaction,
          ['=> endSessionsOf(context, data.memberId', '=> undefined && endSessionsOf(context, data.memberId'],
          ended,
        ),
        inServer(
          'C08-an-ended-proxy-goes-on',
          reaction,
          ['if (data.personId !== null)', 'if (data.personId === null)'],
          ended,
        ),
        inServer(
          'C08-a-released-sign-in-goes-on',
          reaction,
          ['=> endSessionsOf(context, data.personId', '=> undefined && endSessionsOf(context, data.personId'],
          ended,
        ),
      ],
    'the vendor removes the person from its room: within five seconds, measured': [
      inServer(
        'C08-the-vendor-is-not-asked',
        'src/domains/visits/reactions/on-session-ended-leave-seats.ts',
        ["covered.has('eject'))", "!covered.has('eject'))"],
        { ...wholeServerTest('session-kill.test.ts', ends), row: 'signing out' },
        { ...wholeServerTest('session-kill.test.ts', ends), row: 'the end of a right' },
      ),
    ],
  },
}
