import { startTestIssuer, type TestIssuer } from '../../../platform/identity/tests/start-test-issuer.testing.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { createTestHospital, type TestHospital, type TestHospitalOptions } from '../../../test-kit/test-hospital.ts'
import type { DirectoryProvides } from '../index.ts'

/** A health system whose people sign in at its own issuer. */
export interface TestSignIns {
  readonly hospital: TestHospital
  readonly issuer: TestIssuer
  /** The token exchange of a portal: `subject` identifies the person; with a code if there is one. */
  signIn(subject: string, invitation?: string, more?: Readonly<Record<string, string>>): Promise<TestResponse>
  /** The person of the sign-in in this organization. */
  whoIs(subject: string): ReturnType<DirectoryProvides['resolvePerson']>
  stop(): Promise<void>
}

export const startSignIns = async (
  engine: TestHospitalOptions['engine'],
  options: Pick<TestHospitalOptions, 'overrides'> = {},
): Promise<TestSignIns> => {
  const [issuer, hospital] = await Promise.all([startTestIssuer(), createTestHospital({ ...options, engine })])
  await hospital.identity.clients.registerIssuer(hospital.organizationId, issuer.registration)
  const signIn: TestSignIns['signIn'] = async (subject, invitation, more = {}) => {
    const { clientId, clientSecret } = hospital.portal
    const response = await fetch(`${hospital.url}/v1/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        subject_token: await issuer.idToken(subject, hospital.clock.now()),
        ...(invitation !== undefined && { invitation }),
        ...more,
      }),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  return {
    hospital,
    issuer,
    signIn,
    whoIs: (subject) =>
      hospital.provides.directory.resolvePerson(
        hospital.organizationId,
        issuer.registration.issuer,
        subject,
        hospital.clock.now(),
      ),
    stop: async () => {
      await hospital.stop()
      await issuer.stop()
    },
  }
}
