import { createClient, type VisitClient } from '@visitkit/sdk'
import { sessionTokens, type GetProviderSession } from './session-tokens.ts'

/**
 * The client of a page that names its server. Apart, because a page that hands in its own client has no use for a second one. Null, and
 * a word to the person who made the page, when what it names is no address: an attribute never throws.
 */
export const makeClient = (baseUrl: string, getSession: GetProviderSession): VisitClient | null => {
  try {
    return createClient({ baseUrl, getSession: async (request) => sessionTokens(await getSession(request)) })
  } catch {
    console.error('<visit-provider>: server-url must be the address of a server, such as https://visits.example.')
    return null
  }
}
