import { newId } from '../../database/ids/new-id.ts'
import type { ActorRole, CallerKind } from '../../contracts/caller.ts'
import type { Identity } from '../../identity/create-identity.ts'
import type { SignInAssertion } from '../../identity/sign-in-strength.ts'
import { createTestClient } from './http-client.testing.ts'
import type { TestClock } from './clock.testing.ts'
import type { SignedInClient, TestServer } from './server.testing.ts'

/** As a person who touched a hardware key, which is enough for every role. */
export const withHardwareKey: SignInAssertion = { methods: ['hwk', 'user'], contextClass: null }

/** The origin of the test portal. */
export const portalOrigin = 'https://portal.lakeside.example'

export interface SignInParts {
  readonly url: string
  readonly identity: Identity
  readonly clock: TestClock
  readonly organizationId: string
  readonly clientId: string
}

const kindOf = (roles: readonly string[]): Exclude<CallerKind, 'system'> => {
  const [first = 'member'] = roles
  return first === 'patient' || first === 'proxy' || first === 'service' ? first : 'member'
}

/** Registers the portal of an organization. */
export const registerPortal = async ({ clients }: Identity, organizationId: string): Promise<TestServer['portal']> => {
  const clientId = `portal-${newId()}`
  const { secret } = await clients.register({
    organizationId,
    clientId,
    name: 'Lakeside Portal',
    grants: ['token-exchange', 'refresh_token'],
    origins: [portalOrigin],
  })
  return { origin: portalOrigin, clientId, clientSecret: secret }
}

/** `as` of a test server: creates a session without token exchange, and a client that uses it. */
export const signInAt =
  ({ url, identity, clock, organizationId, clientId }: SignInParts): TestServer['as'] =>
  async (role, person = {}): Promise<SignedInClient> => {
    const roles = typeof role === 'string' ? [role] : role
    const kind = person.kind ?? kindOf(roles)
    const personId = person.personId ?? newId()
    const origin = person.origin === undefined ? (kind === 'service' ? null : portalOrigin) : person.origin
    const { session, accessToken } = await identity.open(
      {
        kind,
        personId,
        // A test may use a role that the contract does not have.
        roles: roles as readonly ActorRole[],
        patientIds: person.patientIds ?? (kind === 'patient' ? [personId] : []),
        practitionerId: person.practitionerId ?? null,
      },
      {
        organizationId: person.organizationId ?? organizationId,
        clientId,
        origin,
        authenticatedAt: person.authenticatedAt ?? clock.now(),
        signIn: person.signIn ?? withHardwareKey,
      },
    )
    const freshToken = (): Promise<string> => identity.issue(session).then((issued) => issued.access_token)
    return {
      ...createTestClient({ url, accessToken: freshToken, origin }),
      session,
      caller: session.caller,
      accessToken,
    }
  }
