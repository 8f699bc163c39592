import * as oidc from 'openid-client'
import type { PortalConfig } from './config.ts'
import type { PortalSession, PortalSessions, Side } from './portal-sessions.ts'

/** OpenID Connect, code flow with PKCE, against the health system's own identity provider. */
export const createSignIn = async (config: PortalConfig, sessions: PortalSessions) => {
  // The demo's identity provider uses plain HTTP on this machine; a real issuer is https and needs no exception.
  const insecure = config.issuer.startsWith('http://localhost')
  const provider = await oidc.discovery(
    new URL(config.issuer),
    config.clientId,
    config.clientSecret,
    oidc.ClientSecretBasic(config.clientSecret),
    {
      execute: insecure ? [oidc.allowInsecureRequests] : [],
    },
  )
  const redirectUri = `${config.origin}/signed-in`
  return {
    /** The address to redirect the browser to. `prompt=login`: two people may use one browser here. `isStrong`: with a second step. */
    async begin(side: Side, returnTo: string, language: string, isStrong = false): Promise<string> {
      const verifier = oidc.randomPKCECodeVerifier()
      const nonce = oidc.randomNonce()
      const state = sessions.begin({ side, verifier, nonce, returnTo })
      return oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        nonce,
        state,
        prompt: 'login',
        ui_locales: language,
        // The identity provider then asks for the second step (classes of OpenID EAP ACR Values).
        ...(isStrong && { acr_values: 'phr phrh' }),
      }).href
    },
    /** Completes a sign-in; null when it did not start here or is too old. */
    async finish(callback: URL): Promise<{ side: Side; returnTo: string; session: PortalSession } | null> {
      const state = callback.searchParams.get('state') ?? ''
      const pendingSignIn = sessions.takePending(state)
      if (!pendingSignIn) return null
      const tokens = await oidc.authorizationCodeGrant(provider, callback, {
        pkceCodeVerifier: pendingSignIn.verifier,
        expectedNonce: pendingSignIn.nonce,
        expectedState: state,
      })
      const claims = tokens.claims()
      if (!claims || !tokens.id_token) return null
      const { name = claims.sub } = await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
      return {
        side: pendingSignIn.side,
        returnTo: pendingSignIn.returnTo,
        session: { name, subject: claims.sub, idToken: tokens.id_token, proofEndsAt: claims.exp * 1000 },
      }
    },
  }
}
