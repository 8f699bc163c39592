import { inServer, serverTest, wholeServerTest, type Promised } from '../mutant.ts'

const policy = 'packs/policy/sessions.json'
const admins = serverTest('platform/identity/sessions.test.ts', 'ends at its absolute limit, however active')
const patients = wholeServerTest('refusals-by-rule.test.ts', 'a session after its absolute limit, in spite of activity')
const kiosk = (name: string) => serverTest('platform/identity/exchange-token.test.ts', name)
const gained = serverTest('platform/identity/strong-sign-in.test.ts', 'makes the limits of the session stricter')
const kioskActive = kiosk('a session ends after 30 minutes, however active')
const kioskIdle = kiosk('a session ends after two idle minutes')

export const absoluteTimeout: Promised = {
  subject: 'C06',
  clauses: {
    'The server ends a session of a patient or of staff after 12 hours': [
      inServer(
        'C06-patients-stay-a-day',
        policy,
        [
          '"patient": { "idleSeconds": 1800, "absoluteSeconds": 43200',
          '"patient": { "idleSeconds": 1800, "absoluteSeconds": 86400',
        ],
        patients,
      ),
    ],
    'of administrators, privacy officers and auditors after 8': [
      inServer(
        'C06-administrators-stay-longer',
        policy,
        [
          '"administrator": { "idleSeconds": 600, "absoluteSeconds": 28800',
          '"administrator": { "idleSeconds": 600, "absoluteSeconds": 43200',
        ],
        admins,
      ),
    ],
    'of a portal that is registered as a kiosk after 30 minutes': [
      inServer(
        'C06-a-kiosk-is-like-any-portal',
        'src/platform/identity/session-limits.ts',
        ['isKiosk ? [...ofRoles, policy.kiosk] : ofRoles', 'isKiosk ? ofRoles : ofRoles'],
        kioskActive,
        kioskIdle,
      ),
      inServer(
        'C06-a-kiosk-is-registered-as-none',
        'src/platform/identity/client-registry.ts',
        ['kiosk: isKiosk,', 'kiosk: false,'],
        kioskActive,
      ),
      inServer(
        'C06-a-kiosk-stays-an-hour',
        policy,
        [
          '"kiosk": { "idleSeconds": 120, "absoluteSeconds": 1800',
          '"kiosk": { "idleSeconds": 120, "absoluteSeconds": 3600',
        ],
        kioskActive,
      ),
    ],
    'there after 2 idle minutes': [
      inServer(
        'C06-a-kiosk-idles-longer',
        policy,
        ['"kiosk": { "idleSeconds": 120', '"kiosk": { "idleSeconds": 900'],
        kioskIdle,
      ),
    ],
    'activity extends none of them': [
      inServer(
        'C06-activity-moves-the-end',
        'src/platform/identity/session.ts',
        [
          "if (now >= session.absoluteEndsAt) return 'absolute'",
          "if (now >= session.absoluteEndsAt + session.lastActiveAt - session.createdAt) return 'absolute'",
        ],
        admins,
        kioskActive,
      ),
    ],
    'a role that is gained makes them stricter': [
      inServer(
        'C06-a-gained-role-keeps-the-limits',
        'src/platform/identity/session-grants.ts',
        ['    Object.assign(session, stricterLimits(session, limitsFor(policy, person.roles, isKiosk)))\n', ''],
        gained,
      ),
      inServer(
        'C06-a-lost-role-makes-them-longer',
        'src/platform/identity/session-limits.ts',
        ['Math.min(absoluteEndsAt, createdAt + absoluteSeconds * 1_000)', 'createdAt + absoluteSeconds * 1_000'],
        gained,
      ),
      inServer(
        'C06-other-processes-keep-the-limits',
        'src/platform/identity/session-cache.ts',
        ['    known.idle = stored.idle\n', ''],
        serverTest('tests/compose-server.test.ts', 'what the other process has read of training and limits'),
      ),
    ],
  },
}
