/** A whole portal in one file: its own sign-in, one page, and the one route that Visitkit needs. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, normalize } from 'node:path'
import { createServerClient, isProblem, type SessionTokens } from '@visitkit/sdk'
import * as oidc from 'openid-client'

const origin = 'http://localhost:4400'
const visits = 'http://localhost:4000'
const elements = join(import.meta.dirname, '../../../packages/elements/dist')

// Your own sign-in, as it is today. Visitkit needs its ID token.
const provider = await oidc.discovery(
  new URL('http://localhost:4100'),
  'hillside-portal',
  'only-for-trying-on-this-machine-0001',
  undefined,
  { execute: [oidc.allowInsecureRequests] }, // the sandbox uses plain HTTP on this machine
)
const redirectUri = `${origin}/signed-in`
const begun = new Map<string, string>()
const signedIn = new Map<string, string>()
/** The Visitkit session of each browser: an ID token is exchanged once. */
const held = new Map<string, SessionTokens>()

// The whole integration on the server's side.
const visitkit = createServerClient({
  baseUrl: visits,
  clientId: 'hillside-portal',
  clientSecret: process.env['PORTAL_SECRET'] ?? '',
})

const headers = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self' ${visits} ${visits.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self)',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Hillside Clinic</title>
  <script type="module" src="/elements/visitkit.js"></script>
  <script type="module" src="/page.js"></script>
  <h1>Hillside Clinic</h1>
  <visit-provider server-url="${visits}">
    <visit-booking></visit-booking>
    <visit-audit-log></visit-audit-log>
  </visit-provider>
</html>`

// Each person links their own account by accepting an invitation. `fault` is the server's message.
const invitedPage = (fault = '') => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Accept your invitation</title>
  <h1>Accept your invitation</h1>
  <form method="post" action="/invited">
    <p role="alert">${fault}</p>
    <label>Invitation code <input name="code" required autocomplete="off"></label>
    <button>Accept</button>
  </form>
</html>`

const readCode = async (request: AsyncIterable<Buffer>): Promise<string> => {
  let form = ''
  for await (const chunk of request) if ((form += chunk.toString()).length > 1_000) break
  return new URLSearchParams(form).get('code') ?? ''
}

const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const url = new URL(request.url ?? '/', origin)
  const session = /portal=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const idToken = signedIn.get(session)
  const answer = (status: number, body: string | Buffer = '', more: Record<string, string> = {}): void =>
    void response.writeHead(status, { ...headers, ...more }).end(body)
  const file = async (path: string): Promise<void> => {
    const body = await readFile(path).catch(() => null)
    if (body === null) return answer(404)
    answer(200, body, { 'content-type': 'text/javascript; charset=utf-8' })
  }
  try {
    if (request.method === 'POST' && url.pathname === '/session') {
      // A form on another site cannot set this header, so it cannot obtain a session of the person.
      if (request.headers['x-portal'] !== '1') return answer(403)
      if (idToken === undefined) return answer(401)
      const refreshToken = held.get(session)?.refreshToken
      const renewed = refreshToken
        ? visitkit.refreshSession(refreshToken)
        : visitkit.exchangeToken({ subjectToken: idToken, origin })
      const tokens = await renewed.catch((error: unknown) =>
        isProblem(error, 'invalid_grant', 'session_expired', 'token_used') ? null : Promise.reject(error),
      )
      if (tokens === null && !refreshToken) return answer(404) // unknown here: page.js goes to /invited
      if (tokens === null) {
        signedIn.delete(session)
        return answer(401)
      }
      held.set(session, tokens)
      const { accessToken, expiresAt, sessionId } = tokens
      return answer(200, JSON.stringify({ accessToken, expiresAt, sessionId }), { 'content-type': 'application/json' })
    }
    if (url.pathname === '/invited' && idToken !== undefined) {
      const html = { 'content-type': 'text/html; charset=utf-8' }
      if (request.method !== 'POST') return answer(200, invitedPage(), html)
      if (request.headers['sec-fetch-site'] === 'cross-site') return answer(403)
      const invitation = await readCode(request)
      const fault = await visitkit.exchangeToken({ subjectToken: idToken, origin, invitation }).then(
        (tokens) => {
          held.set(session, tokens)
          return null
        },
        (error: unknown) => (isProblem(error) ? (error.detail ?? 'Try again.') : Promise.reject(error)),
      )
      return fault === null ? answer(303, '', { location: '/' }) : answer(422, invitedPage(fault), html)
    }
    if (url.pathname === '/page.js') return await file(join(import.meta.dirname, 'page.js'))
    if (url.pathname.startsWith('/elements/')) {
      const path = normalize(join(elements, url.pathname.slice('/elements/'.length)))
      return path.startsWith(elements) && path.endsWith('.js') ? await file(path) : answer(404)
    }
    if (url.pathname === '/signed-in') {
      const state = url.searchParams.get('state') ?? ''
      const verifier = begun.get(state) ?? ''
      begun.delete(state)
      const tokens = await oidc.authorizationCodeGrant(provider, url, {
        pkceCodeVerifier: verifier,
        expectedState: state,
      })
      const id = randomUUID()
      signedIn.set(id, tokens.id_token ?? '')
      return answer(302, '', { location: '/', 'set-cookie': `portal=${id}; HttpOnly; SameSite=Lax; Path=/` })
    }
    if (url.pathname !== '/') return answer(404)
    if (idToken !== undefined) return answer(200, page, { 'content-type': 'text/html; charset=utf-8' })
    const [verifier, state] = [oidc.randomPKCECodeVerifier(), oidc.randomState()]
    begun.set(state, verifier)
    const signIn = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: 'openid',
      state,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    answer(302, '', { location: signIn.href })
  } catch (error) {
    console.error(error instanceof Error ? error.name : 'failed') // never the request: it may contain a token
    answer(502, 'The visit service cannot be reached. Nothing was lost.')
  }
}

createServer((request, response) => void respond(request, response)).listen(4400, '127.0.0.1', () =>
  console.log(`Open ${origin}`),
)
