import { createServerClient } from '@visitkit/sdk'
import type { PortalConfig } from './config.ts'
import type { PortalSession } from './portal-sessions.ts'

/**
 * The one thing that a portal's back end has to do: exchange its own proof of the person for a Visitkit session and pass the response to
 * the page. This is the whole integration on the server's side. `sessionId` names the session that a fresh proof confirms. `invitation` is
 * a code that the person typed; it links their sign-in to the invited person.
 */
export const createExchange = (config: PortalConfig) => {
  const visitkit = createServerClient({
    baseUrl: config.visitkitUrl,
    clientId: config.visitkitClientId,
    clientSecret: config.visitkitClientSecret,
  })
  return (
    session: PortalSession,
    more: { readonly sessionId?: string | undefined; readonly invitation?: string } = {},
  ) => visitkit.exchangeToken({ subjectToken: session.idToken, origin: config.origin, ...more })
}
