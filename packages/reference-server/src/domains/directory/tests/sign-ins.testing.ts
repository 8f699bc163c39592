import { startTestIssuer, type TestIssuer } from '../../../platform/identity/tests/test-issuer.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { startTestServer } from '../../../platform/http/tests/testing.ts'
import type { TestAnswer } from '../../../platform/http/tests/test-client.ts'
import type { TestServer, TestServerOptions } from '../../../platform/http/tests/test-server.ts'
import { createPermissions } from '../../../platform/identity/permissions.ts'
import type { createDirectoryDomain } from '../index.ts'
import { directoryFor, foundLakeside } from './testing.ts'

/** A health system whose people sign in at its own issuer. */
export interface TestSignIns {
  readonly server: TestServer
  readonly issuer: TestIssuer
  readonly domain: ReturnType<typeof createDirectoryDomain>
  readonly logged: readonly string[]
  /** The token exchange, as the portal asks for it: `subject` proves who they are, with a code if there is one. */
  signIn(subject: string, invitation?: string, more?: Readonly<Record<string, string>>): Promise<TestAnswer>
  /** Who the sign-in is to the organization. */
  whoIs(subject: string): ReturnType<ReturnType<typeof createDirectoryDomain>['provides']['resolvePerson']>
  stop(): Promise<void>
}

const permissions = createPermissions(readPolicies().permissions)

/** Wednesday, ten in the morning in New York. */
export const startSignIns = async (
  engine: 'pglite' | 'postgres',
  options: Pick<TestServerOptions, 'limitsRates'> = {},
): Promise<TestSignIns> => {
  const issuer = await startTestIssuer()
  const logged: string[] = []
  let domain: ReturnType<typeof createDirectoryDomain> | undefined
  const provides = () => {
    if (!domain) throw new Error('the directory is not there yet')
    return domain.provides
  }
  const server = await startTestServer({
    ...options,
    engine,
    now: '2026-11-25T15:00:00Z',
    onLog: (line) => logged.push(line),
    modules: (platform) => [
      (domain = directoryFor(platform, { permissionsOf: ({ roles }) => permissions.permissionsOf(roles) })),
    ],
    identityPorts: {
      resolvePerson: (...asked) => provides().resolvePerson(...asked),
      resolveAgain: (...asked) => provides().resolveAgain(...asked),
      acceptInvitation: (...asked) => provides().acceptInvitation(...asked),
    },
  })
  await foundLakeside(server)
  await server.identity.clients.registerIssuer(server.organizationId, issuer.registration)
  const signIn: TestSignIns['signIn'] = async (subject, invitation, more = {}) => {
    const { clientId, clientSecret } = server.portal
    const response = await fetch(`${server.url}/v1/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token: await issuer.idToken(subject, server.clock.now()),
        ...(invitation !== undefined && { invitation }),
        ...more,
      }),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  return {
    server,
    issuer,
    domain: domain as unknown as TestSignIns['domain'],
    logged,
    signIn,
    whoIs: (subject) =>
      provides().resolvePerson(server.organizationId, issuer.registration.issuer, subject, server.clock.now()),
    stop: async () => {
      await server.stop()
      await issuer.stop()
    },
  }
}
