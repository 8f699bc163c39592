import type { Requests } from './prepared-request.ts'
import { videoWebhook } from './video-webhook.ts'

/** Sessions, the live stream, and operations without a session. */
export const sessionRequests: Requests<
  | 'exchangeToken'
  | 'getSession'
  | 'extendSession'
  | 'endSession'
  | 'listSessions'
  | 'endSessionById'
  | 'createLiveTicket'
  | 'streamLive'
  | 'readTogether'
  | 'receiveVideoWebhook'
> = {
  exchangeToken: ({ program }) => ({
    body: { grant_type: 'client_credentials' },
    headers: {
      authorization: `Basic ${Buffer.from(`${program.clientId}:${program.clientSecret}`).toString('base64')}`,
    },
    names: 'nothing',
  }),
  getSession: () => ({ names: 'nothing' }),
  extendSession: () => ({ names: 'nothing' }),
  endSession: () => ({ names: 'nothing' }),
  listSessions: () => ({ names: 'nothing' }),
  endSessionById: async (_hospital, person) => ({
    path: { sessionId: (await person.again()).sessionId },
    names: 'person',
  }),
  createLiveTicket: () => ({ names: 'nothing' }),
  streamLive: () => ({ names: 'nothing' }),
  readTogether: () => ({ body: { paths: ['/v1/session', '/v1/sessions'] }, names: 'nothing' }),
  receiveVideoWebhook: (hospital) => ({
    path: { vendor: 'daily', organizationId: hospital.id },
    ...videoWebhook(hospital.server.clock.now()),
    names: 'nothing',
  }),
}
