import { createClient, type VisitClient } from '@visitkit/sdk'
import { sessionTokens, type GetProviderSession } from './session-tokens.ts'

/**
 * The client for a page with a server URL. A separate module, because a page that passes its own client does not need it. Returns null and
 * logs an error when the URL is not valid: an attribute never throws.
 */
export const makeClient = (baseUrl: string, getSession: GetProviderSession): VisitClient | null => {
  try {
    return createClient({ baseUrl, getSession: async (request) => sessionTokens(await getSession(request)) })
  } catch {
    console.error('<visit-provider>: server-url must be the address of a server, such as https://visits.example.')
    return null
  }
}
