/**
 * Signs a fictional person in at the sandbox's identity provider, as a browser would, and prints the ID token, to try the token exchange.
 * `node print-id-token.ts <username> <client id> <client secret> <redirect uri>`
 */
import * as oidc from 'openid-client'

const [username = '', clientId = '', clientSecret = '', redirectUri = ''] = process.argv.slice(2)
const issuer = new URL(process.env['ISSUER'] ?? 'http://localhost:4100')

const provider = await oidc.discovery(issuer, clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
  execute: [oidc.allowInsecureRequests], // the sandbox uses plain HTTP on this machine
})
const verifier = oidc.randomPKCECodeVerifier()
const state = oidc.randomState()
const first = oidc.buildAuthorizationUrl(provider, {
  redirect_uri: redirectUri,
  scope: 'openid',
  state,
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
})

// A browser with cookies that follows redirects until it would come back to the portal.
const cookies = new Map<string, string>()
let next = { url: first.href, form: undefined as URLSearchParams | undefined }
while (!next.url.startsWith(redirectUri)) {
  const answer = await fetch(next.url, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(next.form && { method: 'POST', body: next.form }),
  })
  for (const [name = '', value = ''] of answer.headers.getSetCookie().map((cookie) => cookie.split(/[=;]/)))
    cookies.set(name, value)
  const location = answer.headers.get('location')
  if (location === null && next.form) throw new Error(`The identity provider does not know ${username}.`)
  next =
    location === null
      ? { url: next.url, form: new URLSearchParams({ account: username }) }
      : { url: new URL(location, issuer).href, form: undefined }
}

const tokens = await oidc.authorizationCodeGrant(provider, new URL(next.url), {
  pkceCodeVerifier: verifier,
  expectedState: state,
})
console.log(tokens.id_token)
