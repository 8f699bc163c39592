import { elementTest, inFile, inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const reaction = 'src/platform/identity/reactions/on-access-withdrawn-end-sessions.ts'
const ended = serverTest('platform/identity/sessions.test.ts', 'ends when the member is disabled or loses a role')

const signedOut = serverTest('domains/directory/tests/logins.test.ts', 'is signed out on every device')
const removed = wholeServerTest('session-kill.test.ts', 'with everyone else whose portal is removed')
const ejects = 'ejects them from the room within five seconds'
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
          'src/platform/identity/session-cache.ts',
          ["if (invalidation === 'changed') this", "if (invalidation !== '') this"],
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
          [
            '=> endSessionsOf(context, data.personId, data.personKind, sessions),',
            '=> undefined && endSessionsOf(context, data.personId, data.personKind, sessions),',
          ],
          ended,
        ),
      ],
    'Administrators sign a member out on every device, and the front desk a patient or a person who acts for one, and each can sign in again':
      [
        inServer(
          'C08-a-sign-out-by-staff-ends-nothing',
          reaction,
          [
            "=> endSessionsOf(context, data.personId, data.personKind, sessions, 'ended",
            "=> undefined && endSessionsOf(context, data.personId, data.personKind, sessions, 'ended",
          ],
          signedOut,
        ),
        ...['member', 'patient', 'proxy'].map((kind) =>
          inServer(
            `C08-a-signed-out-${kind}-goes-on`,
            `src/domains/directory/operations/sign-out-${kind}.ts`,
            ['emit(personSignedOut(', 'emit.bind(personSignedOut('],
            signedOut,
          ),
        ),
      ],
    'The operator removes a portal or a program, which ends its sessions': [
      inServer(
        'C08-a-removed-client-signs-in',
        'src/platform/identity/remove-client.ts',
        ['set removed_at = coalesce(removed_at, ${now})', 'set removed_at = null'],
        removed,
      ),
      inServer(
        'C08-sessions-of-a-removed-client-go-on',
        'src/platform/identity/remove-client.ts',
        [
          'select pg_notify(${sessionChannel}, ${`${organizationId} `} || id',
          'select (${sessionChannel} || ${`${organizationId} `} || id',
        ],
        removed,
      ),
      inServer(
        'C08-calls-through-a-removed-client-go-on',
        'src/platform/identity/remove-client.ts',
        ['for (const { id, personId, kind } of [...ended, ...idled])', 'for (const { id, personId, kind } of ended)'],
        removed,
      ),
    ],
    'the vendor removes the person from its room: within five seconds, measured, also one whose session idled out during the call':
      [
        inServer(
          'C08-who-idled-out-stays-when-disabled',
          'src/domains/visits/reactions/on-access-withdrawn-leave-seats.ts',
          ['return data.memberId\n    case', 'return null\n    case'],
          { ...wholeServerTest('session-kill.test.ts', ejects), row: 'disabling a member' },
        ),
        inServer(
          'C08-who-idled-out-stays-without-the-role',
          'src/domains/visits/reactions/on-access-withdrawn-leave-seats.ts',
          ['data.lostRoles.length > 0', 'data.lostRoles.length > 9'],
          { ...wholeServerTest('session-kill.test.ts', ejects), row: 'the loss of a role' },
        ),
        inServer(
          'C08-who-idled-out-stays-without-the-right',
          'src/domains/visits/reactions/on-access-withdrawn-leave-seats.ts',
          ['return data.personId', 'return null'],
          { ...wholeServerTest('session-kill.test.ts', ejects), row: 'the end of a right' },
        ),
        inServer(
          'C08-the-seat-stays-with-the-old-session',
          'src/domains/visits/model/seat.ts',
          ['isHeld(seat) ? { ...seat, sessionId }', 'isHeld(seat) ? { ...seat }'],
          { ...wholeServerTest('session-kill.test.ts', ejects), row: 'signing out' },
        ),
        inFile(
          'C08-the-seat-is-not-moved-by-the-page',
          'packages/elements/src/video-room/call.ts',
          ['this.#troubles?.record()', 'Promise.resolve()'],
          elementTest('src/video-room/session-end.test.ts', 'continues the call after signing in again'),
        ),
        inServer(
          'C08-the-vendor-is-not-asked',
          'src/domains/visits/workflows/leave-seats.ts',
          ["covered.has('eject'))", "!covered.has('eject'))"],
          { ...wholeServerTest('session-kill.test.ts', ends), row: 'signing out' },
          { ...wholeServerTest('session-kill.test.ts', ends), row: 'the end of a right' },
        ),
      ],
  },
}
