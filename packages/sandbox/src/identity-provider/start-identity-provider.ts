import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { Provider, type ClientMetadata, type KoaContextWithOIDC } from 'oidc-provider'
import { createInMemoryAdapter } from './in-memory-adapter.ts'
import { secondStepPage, type SecondStep } from './second-step-page.ts'
import { createSecondSteps, methodsOf, type BegunSignIn } from './second-steps.ts'
import { messagePage, signInLanguage, signInPage, signOutPage, styleSheet, type DemoAccount } from './pages.ts'

export interface DemoClient {
  readonly clientId: string
  /** Shown at sign-in. Default: `your portal`. */
  readonly name?: string
  /** The secret of a confidential client. A client without one is public, and only PKCE protects its codes. */
  readonly clientSecret?: string
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
}

export interface IdentityProviderOptions {
  /** 0 picks a free port. */
  readonly port: number
  /** The address at which browsers and servers reach this, when it is not http://127.0.0.1:<port>. */
  readonly issuer?: string
  /** Default `Lakeside Health`, which is fictional. */
  readonly name?: string
  readonly accounts: readonly DemoAccount[]
  readonly clients: readonly DemoClient[]
  /** One for all accounts. Default `lakeside`. It is no secret: anyone who sees the page may choose any account on it. */
  readonly passcode?: string
}

export interface IdentityProvider {
  readonly issuer: string
  /** Public keys, for callers that do not want to fetch them. */
  readonly jwks: { readonly keys: readonly JWK[] }
  stop(): Promise<void>
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  // Chromium applies form-action to redirects too, and the response to the form redirects to the portal.
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const isEqual = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected))

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > 10_000) break
    chunks.push(chunk as Buffer)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

const describeClient = (client: DemoClient): ClientMetadata => ({
  client_id: client.clientId,
  client_name: client.name ?? 'your portal',
  redirect_uris: [...client.redirectUris],
  post_logout_redirect_uris: [...(client.postLogoutRedirectUris ?? [])],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: 'ES256',
  // A step-up needs the time of the sign-in.
  require_auth_time: true,
  ...(client.clientSecret === undefined
    ? { token_endpoint_auth_method: 'none' }
    : { client_secret: client.clientSecret, token_endpoint_auth_method: 'client_secret_basic' }),
})

/**
 * The demonstration health system's own sign-in: OpenID Connect with code and PKCE, as a portal already has it. The ID token contains only
 * `sub`, `aud`, `auth_time` and `amr`, which names the steps that the person took; `profile` adds the (fictional) name at the userinfo endpoint.
 */
export const startIdentityProvider = async (options: IdentityProviderOptions): Promise<IdentityProvider> => {
  const organization = options.name ?? 'Lakeside Health'
  const passcode = options.passcode ?? 'lakeside'
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = randomBytes(8).toString('hex')
  const about = { kid, alg: 'ES256', use: 'sig' }
  const steps = createSecondSteps()
  const accountOf = (sub: string): DemoAccount | undefined => options.accounts.find((account) => account.sub === sub)

  // The issuer contains the port, which is known once the server listens.
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end()
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  const issuer = options.issuer ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const provider: Provider = new Provider(issuer, {
    adapter: createInMemoryAdapter(),
    clients: options.clients.map(describeClient),
    jwks: { keys: [{ ...(await exportJWK(privateKey)), ...about }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub', 'amr'], profile: ['name'] },
    scopes: ['openid', 'profile', 'offline_access'],
    pkce: { required: () => true },
    ttl: {
      AccessToken: () => 600,
      AuthorizationCode: () => 60,
      IdToken: () => 8 * 3600,
      Grant: () => 8 * 3600,
      Interaction: () => 1800,
      RefreshToken: () => 8 * 3600,
      Session: () => 8 * 3600,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => show(context, signOutPage(organization, form)),
        postLogoutSuccessSource: (context) =>
          show(context, messagePage(organization, 'You are signed out', 'You can close this page.')),
      },
    },
    findAccount: (_, sub) => {
      const account = accountOf(sub)
      return account ? { accountId: sub, claims: () => ({ sub, name: account.name }) } : undefined
    },
    // These are the health system's own applications, so no consent is requested.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session } = oidc
      if (!client || !session?.accountId) return undefined
      const known = session.grantIdFor(client.clientId)
      if (known) return provider.Grant.find(known)
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile offline_access')
      await grant.save()
      return grant
    },
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    renderError: (context, { error }) =>
      show(
        context,
        messagePage(organization, 'Sign-in did not work', `Go back to the application and try again. (${error})`),
      ),
  })

  const show = (context: KoaContextWithOIDC, html: string): void => {
    context.set(headers)
    context.body = html
  }

  const signIn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response).catch(() => null)
    if (!interaction) {
      response.writeHead(400, headers)
      return void response.end(
        messagePage(organization, 'This page has expired', 'Go back to the application and sign in again.'),
      )
    }
    const form = request.method === 'POST' ? await readForm(request) : null
    const { uid } = interaction
    const language = signInLanguage(interaction.params['ui_locales'])
    const finish = (sub: string, taken: SecondStep | null): Promise<void> => {
      steps.end(uid)
      const login = { accountId: sub, amr: methodsOf(taken) }
      return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
    }
    const showSecondStep = ({ step, code }: BegunSignIn, isRefused: boolean): void => {
      response.writeHead(isRefused ? 422 : 200, headers)
      const action = `/sign-in/${uid}`
      response.end(secondStepPage({ organization, step, action, code, isRefused, maySkip, language }))
    }
    // A step-up, and an application that names classes, asks for the second step.
    const classes = interaction.params['acr_values']
    const maySkip = typeof classes !== 'string' || !/\bphrh?\b/.test(classes)
    const taken = form?.get('step') ?? null
    const begun = taken === null ? undefined : steps.find(uid)
    if (form && begun) {
      if (taken === 'skip' && maySkip) return finish(begun.account.sub, null)
      const isRight = begun.step === 'key' || isEqual(form.get('code')?.trim() ?? '', begun.code)
      return taken === 'done' && isRight ? finish(begun.account.sub, begun.step) : showSecondStep(begun, true)
    }
    const chosen = form?.get('account')
    const typed = form?.get('username')?.trim() ?? ''
    const account = options.accounts.find(({ username }) => username === (chosen ?? typed))
    if (form && account && (chosen !== null || isEqual(form.get('passcode') ?? '', passcode))) {
      if (account.secondStep === undefined) return finish(account.sub, null)
      return showSecondStep(steps.begin(uid, account, account.secondStep), false)
    }
    const client = await provider.Client.find(String(interaction.params['client_id']))
    response.writeHead(form ? 422 : 200, headers)
    response.end(
      signInPage({
        organization,
        application: client?.clientName ?? 'your portal',
        accounts: options.accounts,
        action: `/sign-in/${uid}`,
        isRefused: form !== null,
        language,
        username: typed,
      }),
    )
  }

  const respond = provider.callback()
  handle = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', issuer)
    if (pathname === '/style.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' })
      response.end(styleSheet)
    } else if (pathname.startsWith('/sign-in/')) {
      void signIn(request, response).catch(() => {
        if (!response.headersSent) response.writeHead(500, headers)
        response.end(messagePage(organization, 'Sign-in did not work', 'Go back to the application and try again.'))
      })
    } else void respond(request, response)
  }

  return {
    issuer,
    jwks: { keys: [{ ...(await exportJWK(publicKey)), ...about }] },
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
