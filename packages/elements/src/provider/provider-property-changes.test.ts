import { html, render } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { createMemoryTransport } from '../../../sdk/src/testing/memory-transport.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { press, waitFor } from '../../test/story.ts'
import '../define/booking.ts'
import '../define/provider.ts'
import type { GetProviderSession } from './session-tokens.ts'
import type { VisitProvider } from './provider.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

/** Each test has its own server: a client of the previous test may still have a call in progress. */
let servers = 0
const address = (): string => `https://visits-${servers}.example`

/** The sample world behind `fetch`. Records the tokens of calls to `address()`, in order of their first use. */
const serve = (isRefused: (token: string) => boolean = () => false): readonly string[] => {
  const tokens: string[] = []
  servers++
  const { host } = new URL(address())
  const world = createMemoryTransport(createSampleWorld({ stage: 'new' }).handlersFor('patient'), () => undefined)
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    if (new URL(request.url).host === host && !tokens.includes(token)) tokens.push(token)
    if (isRefused(token)) return Response.json({ status: 401, code: 'token_expired' }, { status: 401 })
    const { pathname, searchParams } = new URL(request.url)
    const verb = request.method.toLowerCase() as 'get'
    const text = await request.text()
    return world<object>(verb, pathname.replace('/v1/', ''), {
      query: Object.fromEntries(searchParams),
      json: text && (JSON.parse(text) as unknown),
    }).then(
      (answer) => Response.json(answer ?? {}),
      ({ status, code }: { status: number; code: string }) => Response.json({ status, code }, { status }),
    )
  })
  return tokens
}

/** Like a framework when the parent re-renders: it sets every property again, with new functions. */
const draw = (getSession: GetProviderSession | undefined, serverUrl = address()): void =>
  void render(
    html`<visit-provider server-url=${serverUrl} .getSession=${getSession}
      ><visit-booking zone="America/New_York"></visit-booking
    ></visit-provider>`,
    document.body,
  )

const session = (accessToken: string, isUsedUp = () => false) => ({
  accessToken,
  expiresAt: new Date(Date.now() + (isUsedUp() ? 0 : 300_000)).toISOString(),
})

const countReady = (): { readonly count: number } => {
  const ready = { count: 0 }
  const listener = (): void => void ready.count++
  document.body.addEventListener('visit-ready', listener)
  return ready
}

const chooseKind = async (): Promise<void> => {
  await press(document.body, 'Primary care')
  await waitFor(() => pageText().includes('What kind of visit?'), 'the second step')
}

test('five new functions for getSession start no session and do not interrupt the person', async () => {
  const tokens = serve()
  const ready = countReady()
  let asked = 0
  const fresh = (): GetProviderSession => async () => {
    asked++
    return session(`token-${asked}`)
  }
  await mount(html``)
  draw(fresh())
  await settled()
  await chooseKind()
  for (let time = 0; time < 5; time++) {
    draw(fresh())
    await settled()
  }
  expect(pageText()).toContain('What kind of visit?')
  await press(document.body, 'New concern')
  await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the third step')
  expect({ asked, ready: ready.count, tokens }).toEqual({ asked: 1, ready: 1, tokens: ['token-1'] })
})

test('the newest function is used for a renewal', async () => {
  const refused = new Set<string>()
  const tokens = serve((token) => refused.has(token))
  await mount(html``)
  draw(async () => session('first'))
  await settled()
  await chooseKind()
  draw(async () => session('second'))
  await settled()
  expect(tokens).toEqual(['first'])
  refused.add('first')
  await press(document.body, 'New concern')
  await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the third step')
  expect(tokens).toEqual(['first', 'second'])
})

test('another server starts another session', async () => {
  serve()
  const ready = countReady()
  await mount(html``)
  draw(async () => session('token'))
  await settled()
  await chooseKind()
  draw(async () => session('token'), 'https://other.example')
  await settled()
  expect(ready.count).toBe(2)
  expect(pageText()).not.toContain('What kind of visit?')
})

test('a session starts when the function is set after the address, and ends when it is removed', async () => {
  serve()
  await mount(html``)
  draw(undefined)
  const provider = document.querySelector('visit-provider') as VisitProvider
  await provider.updateComplete
  expect(provider.client).toBeNull()
  draw(async () => session('token'))
  await waitFor(() => provider.client, 'the client')
  draw(undefined)
  await waitFor(() => !provider.client, 'its end')
})

test('a client that the page sets later is used, and then another one', async () => {
  const [one, other] = [createSampleWorld({ stage: 'new' }), createSampleWorld({ stage: 'new' })]
  render(html`<visit-provider><visit-booking></visit-booking></visit-provider>`, document.body)
  const provider = document.querySelector('visit-provider') as VisitProvider
  await provider.updateComplete
  for (const client of [one.client(), other.client()]) {
    provider.client = client
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getSession'), 'its session')
    expect(provider.client).toBe(client)
  }
  provider.client = null
  await waitFor(() => provider.client === null, 'the end')
})

test('a page that sets its own client keeps it, with any function', async () => {
  const client = createSampleWorld({ stage: 'new' }).client()
  await mount(html`<visit-provider .client=${client}></visit-provider>`)
  const provider = document.querySelector('visit-provider') as VisitProvider
  const ready = countReady()
  provider.getSession = async () => null
  await settled()
  expect(provider.client).toBe(client)
  expect(ready.count).toBe(0)
})

test('an invalid address is reported and breaks nothing', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await mount(html``)
  draw(async () => session('token'), 'not an address')
  await waitFor(() => error.mock.calls.length > 0, 'the word')
  expect(error.mock.calls).toEqual([[expect.stringContaining('server-url must be the address of a server')]])
  serve()
  draw(async () => session('token'))
  await settled()
  await chooseKind()
})
