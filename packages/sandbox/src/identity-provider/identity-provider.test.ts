import { createHash, randomBytes } from 'node:crypto'
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startIdentityProvider, type IdentityProvider } from './start-identity-provider.ts'

const redirectUri = 'http://127.0.0.1:9/signed-in'
const accounts = [
  { sub: 'patient-1', username: 'poppy.sample', name: 'Poppy Sample <b>', hint: 'patient with a visit today' },
  { sub: 'doctor-1', username: 'dr.demo', name: 'Dr. Dora Demo', hint: 'family physician' },
  { sub: 'nurse-1', username: 'nora.demo', name: 'Nora Demo', hint: 'nurse', secondStep: 'code' as const },
  { sub: 'admin-1', username: 'alex.demo', name: 'Alex Demo', hint: 'administrator', secondStep: 'key' as const },
]
let provider: IdentityProvider

beforeAll(async () => {
  provider = await startIdentityProvider({
    port: 0,
    accounts,
    clients: [
      {
        clientId: 'portal',
        name: 'Lakeside portal',
        clientSecret: 'not-a-secret-in-a-test',
        redirectUris: [redirectUri],
        postLogoutRedirectUris: ['http://127.0.0.1:9/'],
      },
    ],
    passcode: 'open sesame',
  })
})
afterAll(() => provider.stop())

/** The part of a browser that sign-in needs: cookies, and redirects one at a time. */
const newBrowser = () => {
  const cookies = new Map<string, string>()
  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(new URL(url, provider.issuer), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    return response
  }
  return { visit, location: (response: Response) => response.headers.get('location') ?? '' }
}

const verifier = randomBytes(32).toString('base64url')
const authorize = (more: Record<string, string> = {}): string =>
  `/auth?${new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  })}`

const exchange = (code: string, more: Record<string, string> = {}): Promise<Response> =>
  fetch(`${provider.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('portal:not-a-secret-in-a-test').toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...more,
    }),
  })

/** Follows redirects from the form's response to the address of the portal; returns its query. */
const finish = async (browser: ReturnType<typeof newBrowser>, response: Response): Promise<URLSearchParams> => {
  let next = browser.location(response)
  for (let hop = 0; hop < 5 && !next.startsWith(redirectUri); hop += 1)
    next = browser.location(await browser.visit(next))
  return new URL(next).searchParams
}

describe('signing in', () => {
  test('with username and passcode gives the portal an ID token that names the person and nothing else', async () => {
    const browser = newBrowser()
    const started = await browser.visit(authorize())
    const page = await browser.visit(browser.location(started))
    const html = await page.text()
    expect(html).toContain('Lakeside Health')
    expect(html).toContain('to continue to <bdi>Lakeside portal</bdi>')
    expect(html, 'names are text').toContain('Poppy Sample &#60;b&#62;')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")

    const answer = await finish(
      browser,
      await browser.visit(browser.location(started), { username: 'dr.demo', passcode: 'open sesame' }),
    )
    expect(answer.get('state')).toBe('the-state')
    const tokens = (await (await exchange(answer.get('code') ?? '')).json()) as {
      id_token: string
      access_token: string
    }
    const keys = createRemoteJWKSet(new URL(`${provider.issuer}/jwks`))
    const { payload, protectedHeader } = await jwtVerify(tokens.id_token, keys, {
      issuer: provider.issuer,
      audience: 'portal',
    })
    expect(protectedHeader.alg).toBe('ES256')
    expect(payload).toMatchObject({ sub: 'doctor-1', nonce: 'the-nonce' })
    expect(payload['auth_time']).toBeTypeOf('number')
    expect(payload['name']).toBeUndefined()
    await jwtVerify(tokens.id_token, createLocalJWKSet({ keys: [...provider.jwks.keys] }))
    const profile = await fetch(`${provider.issuer}/me`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(await profile.json()).toEqual({ sub: 'doctor-1', name: 'Dr. Dora Demo' })
  })

  test('takes one click on a demonstration account', async () => {
    const browser = newBrowser()
    const started = await browser.visit(authorize())
    const answer = await finish(browser, await browser.visit(browser.location(started), { account: 'poppy.sample' }))
    expect(answer.get('code')).toMatch(/./)
  })

  test('is needed once: the second application finds the person signed in, until it requests a fresh sign-in', async () => {
    const browser = newBrowser()
    const started = await browser.visit(authorize())
    await finish(browser, await browser.visit(browser.location(started), { account: 'poppy.sample' }))
    expect(browser.location(await browser.visit(authorize()))).toContain(`${redirectUri}?code=`)
    expect(browser.location(await browser.visit(authorize({ prompt: 'login' })))).toContain('/sign-in/')
  })

  test('with another account in the same browser replaces the one before', async () => {
    const browser = newBrowser()
    const first = await browser.visit(authorize())
    await finish(browser, await browser.visit(browser.location(first), { account: 'poppy.sample' }))
    const second = await browser.visit(authorize({ prompt: 'login' }))
    const chosen = await browser.visit(browser.location(second), { account: 'dr.demo' })
    // A form that submits itself signs out the account before.
    const form = await (await browser.visit(browser.location(chosen))).text()
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? ''
    const answer = await finish(browser, await browser.visit('/session/end/confirm', { xsrf, logout: 'yes' }))
    const tokens = (await (await exchange(answer.get('code') ?? '')).json()) as { id_token: string }
    expect(decodeJwt(tokens.id_token).sub).toBe('doctor-1')
  })

  test('fails for a wrong passcode and for an unknown name with the same message', async () => {
    const browser = newBrowser()
    const place = browser.location(await browser.visit(authorize()))
    const wrong = await browser.visit(place, { username: 'dr.demo', passcode: 'open' })
    const unknown = await browser.visit(place, { username: 'nobody', passcode: 'open sesame' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    const fault = /role="alert">([^<]+)/
    expect(fault.exec(await wrong.text())?.[1]).toBe(fault.exec(await unknown.text())?.[1])
  })

  test('fails without PKCE, with another redirect address, or with another verifier', async () => {
    const browser = newBrowser()
    const without = await browser.visit(authorize({ code_challenge: '', code_challenge_method: '' }))
    expect(browser.location(without)).toContain('error=invalid_request')
    const elsewhere = await browser.visit(authorize({ redirect_uri: 'http://127.0.0.1:9/elsewhere' }))
    expect(elsewhere.status).toBe(400)
    expect(browser.location(elsewhere)).toBe('')
    const started = await browser.visit(authorize())
    const answer = await finish(browser, await browser.visit(browser.location(started), { account: 'poppy.sample' }))
    const stolen = await exchange(answer.get('code') ?? '', { code_verifier: randomBytes(32).toString('base64url') })
    expect(stolen.status).toBe(400)
  })
})

describe('the second step of staff', () => {
  const begin = async (account: string, more: Record<string, string> = {}) => {
    const browser = newBrowser()
    const place = browser.location(await browser.visit(authorize(more)))
    const page = await (await browser.visit(place, { account })).text()
    return { browser, place, page, take: (form: Record<string, string>) => browser.visit(place, form) }
  }
  const asserted = async (browser: ReturnType<typeof newBrowser>, response: Response): Promise<unknown> => {
    const answer = await finish(browser, response)
    const tokens = (await (await exchange(answer.get('code') ?? '')).json()) as { id_token: string }
    return decodeJwt(tokens.id_token)['amr']
  }
  const codeIn = (page: string): string => /<strong>(\d{6})/.exec(page)?.[1] ?? ''

  test('is asserted as it was taken: a code, a key, or the password only', async () => {
    const code = await begin('nora.demo')
    expect(await asserted(code.browser, await code.take({ step: 'done', code: codeIn(code.page) }))).toEqual([
      'pwd',
      'otp',
      'mfa',
    ])
    const key = await begin('alex.demo')
    expect(await asserted(key.browser, await key.take({ step: 'done' }))).toEqual(['pwd', 'hwk', 'user', 'mfa'])
    const none = await begin('nora.demo')
    expect(await asserted(none.browser, await none.take({ step: 'skip' }))).toEqual(['pwd'])
  })

  test('is asked for again after a wrong code', async () => {
    const { take, page } = await begin('nora.demo')
    const wrong = codeIn(page) === '000000' ? '111111' : '000000'
    const refused = await take({ step: 'done', code: wrong })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('The code is not right.')
  })

  test('cannot be left out when the application asks for it, nor taken before the first', async () => {
    const asked = await begin('nora.demo', { acr_values: 'phr phrh' })
    expect(asked.page).not.toContain('value="skip"')
    expect((await asked.take({ step: 'skip' })).status).toBe(422)
    const browser = newBrowser()
    const place = browser.location(await browser.visit(authorize()))
    expect((await browser.visit(place, { step: 'done', code: '' })).status).toBe(422)
  })

  test('of another sign-in in the same browser is asserted for itself', async () => {
    const { browser, take } = await begin('alex.demo')
    await finish(browser, await take({ step: 'done' }))
    const place = browser.location(await browser.visit(authorize({ prompt: 'login' })))
    await browser.visit(place, { account: 'alex.demo' })
    expect(await asserted(browser, await browser.visit(place, { step: 'skip' }))).toEqual(['pwd'])
  })
})

test('ends the session here too when the person signs out', async () => {
  const browser = newBrowser()
  const started = await browser.visit(authorize())
  await finish(browser, await browser.visit(browser.location(started), { account: 'poppy.sample' }))
  const question = await browser.visit(
    `/session/end?${new URLSearchParams({ client_id: 'portal', post_logout_redirect_uri: 'http://127.0.0.1:9/' })}`,
  )
  const html = await question.text()
  expect(html).toContain('Do you want to sign out of Lakeside Health?')
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const done = await browser.visit('/session/end/confirm', { xsrf, logout: 'yes' })
  expect(browser.location(done)).toBe('http://127.0.0.1:9/')
  expect(browser.location(await browser.visit(authorize()))).toContain('/sign-in/')
})
