import { newId } from '../database/ids/new-id.ts'
import { startTestServer } from '../http/tests/start-test-server.testing.ts'
import type { TestResponse, TestServer } from '../http/tests/start-test-server.testing.ts'
import type { SessionPerson } from './begin-session.ts'
import { startTestIssuer } from './tests/start-test-issuer.testing.ts'
import type { TestIssuer } from './tests/start-test-issuer.testing.ts'

export const exchangeType = 'urn:ietf:params:oauth:grant-type:token-exchange'
const idTokenType = 'urn:ietf:params:oauth:token-type:id_token'

/** A patient with the subject `amelia` at the issuer. */
export const amelia: SessionPerson = {
  kind: 'patient',
  personId: newId(),
  roles: ['patient'],
  patientIds: ['p-amelia'],
  practitionerId: null,
}

export interface TokenEndpoint {
  readonly server: TestServer
  readonly issuer: TestIssuer
  /** People who may sign in, by the issuer's subject. */
  readonly people: Map<string, SessionPerson>
  readonly logged: readonly string[]
  /** Sends the portal's credentials by default. An empty secret sends none. */
  request(
    form: Record<string, string>,
    how?: { secret?: string; clientId?: string; origin?: string },
  ): Promise<TestResponse>
  exchange(token: string, more?: Record<string, string>): Promise<TestResponse>
  /** Signs Amelia in with a new session. */
  signIn(): Promise<{ access: string; refresh: string; sessionId: string }>
  getSession(access: string, origin?: string | null): Promise<TestResponse>
  stop(): Promise<void>
}

/** A server and an issuer that it trusts. The clock is at a Wednesday, 10:00 in New York. */
export const startTokenEndpoint = async (engine: 'pglite' | 'postgres'): Promise<TokenEndpoint> => {
  const issuer = await startTestIssuer()
  const people = new Map([['amelia', amelia]])
  const logged: string[] = []
  const server = await startTestServer({
    engine,
    now: '2026-11-25T15:00:00Z',
    onLog: (line) => logged.push(line),
    identityPorts: {
      resolvePerson: async (_organizationId, iss, subject) =>
        iss === issuer.registration.issuer ? (people.get(subject) ?? null) : null,
      refreshPerson: async (_organizationId, { personId }) =>
        [...people.values()].find((person) => person.personId === personId) ?? null,
      acceptInvitation: async () => null,
      redeemGuestCode: () => Promise.reject(new Error('There are no guests.')),
    },
  })
  await server.identity.clients.registerIssuer(server.organizationId, issuer.registration)

  const request: TokenEndpoint['request'] = async (form, how = {}) => {
    const { clientId = server.portal.clientId, secret = server.portal.clientSecret, origin } = how
    const response = await fetch(`${server.url}/v1/token`, {
      method: 'POST',
      headers: {
        ...(secret === ''
          ? {}
          : {
              authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}`,
            }),
        ...(origin === undefined ? {} : { origin }),
      },
      body: new URLSearchParams(form),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const exchange: TokenEndpoint['exchange'] = (token, more = {}) =>
    request({ grant_type: exchangeType, subject_token: token, subject_token_type: idTokenType, ...more })
  const signIn: TokenEndpoint['signIn'] = async () => {
    const { body } = await exchange(await issuer.idToken('amelia', server.clock.now()))
    return { access: body.access_token, refresh: body.refresh_token, sessionId: body.session_id }
  }
  const getSession: TokenEndpoint['getSession'] = async (access, origin = server.portal.origin) => {
    const response = await fetch(`${server.url}/v1/session`, {
      headers: { authorization: `Bearer ${access}`, ...(origin === null ? {} : { origin }) },
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }

  return {
    server,
    issuer,
    people,
    logged,
    request,
    exchange,
    signIn,
    getSession,
    stop: async () => {
      await server.stop()
      await issuer.stop()
    },
  }
}
