import { answered } from '../../../test-kit/answered.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { createTestClient, type TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import type { VisitHospital } from './hospital.testing.ts'

type Inviter = Pick<SignedInClient, 'post'>

/** Guests of a visit, as the people of a hospital and its portal bring them. */
export const guestVerbs = (hospital: () => VisitHospital) => {
  const invite = (by: Inviter, appointmentId: string, given: object = {}) =>
    answered(
      by.post(`/v1/appointments/${appointmentId}/guests`, { name: 'Maria Gomez', kind: 'interpreter', ...given }),
      201,
    )
  /** The portal's back end exchanges the code that a guest typed. */
  const redeem = async (invitation: string, name = 'Maria Gomez', more: object = {}): Promise<TestResponse> => {
    const { clientId, clientSecret } = hospital().portal
    const response = await fetch(`${hospital().url}/v1/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'urn:visitkit:params:oauth:grant-type:guest',
        invitation,
        guest_name: name,
        ...more,
      }),
    })
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  /** The page of a guest. */
  const pageOf = ({ body }: TestResponse) =>
    createTestClient({
      url: hospital().url,
      accessToken: async () => body.access_token as string,
      origin: 'https://portal.lakeside.example',
    })
  /** A guest whose code was used, on their page. */
  const waitingGuest = async (by: Inviter, appointmentId: string, given: object = {}) => {
    const guest = await invite(by, appointmentId, given)
    const session = await redeem(guest.secret)
    if (session.status !== 200) throw new Error(JSON.stringify(session.body))
    return { guest, session, page: pageOf(session), path: `/v1/guests/${guest.id}` }
  }
  return { invite, redeem, pageOf, waitingGuest }
}
