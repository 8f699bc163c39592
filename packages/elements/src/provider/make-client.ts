import { createClient, type VisitClient } from '@visitkit/sdk'
import { sessionTokens, type GetProviderSession } from './session-tokens.ts'

/** The client of a page that names its server. Apart, because a page that hands in its own client has no use for a second one. */
export const makeClient = (baseUrl: string, getSession: GetProviderSession): VisitClient =>
  createClient({ baseUrl, getSession: async (request) => sessionTokens(await getSession(request)) })
