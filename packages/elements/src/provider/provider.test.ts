import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Session } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focusedName } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'
import type { VisitProvider } from './provider.ts'

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** The server's session; a test changes its limits. */
const clock = (idleMs: number, absoluteMs = 3_600_000) => {
  const session: Session = {
    id: 'session-1',
    kind: 'patient',
    clientId: 'portal',
    createdAt: inMs(-1000),
    lastActiveAt: inMs(idleMs - 1_800_000),
    idleEndsAt: inMs(idleMs),
    absoluteEndsAt: inMs(absoluteMs),
    current: true,
    neededSignIn: null,
    trainingEndsAt: null,
  }
  let extended = 0
  const handlers: TestHandlers = {
    getSession: () => session,
    extendSession: () => {
      extended++
      session.idleEndsAt = inMs(1_800_000)
      return session
    },
  }
  return { session, handlers, extended: () => extended }
}

const show = async (client: TestClient): Promise<VisitProvider> => {
  await mount(html`<visit-provider .client=${client}><visit-audit-log></visit-audit-log></visit-provider>`)
  const provider = document.querySelector('visit-provider')
  if (!provider) throw new Error('There is no provider')
  return provider
}

const dialog = () => deepQuery<HTMLDialogElement>(document.body, 'dialog[open]')

describe('before the idle timeout', () => {
  test('the warning leaves at least two minutes, and Enter alone extends it', async () => {
    const { handlers, extended } = clock(125_000)
    await show(createSampleWorld().client('patient', handlers))
    await waitFor(dialog, 'the warning')
    expect(pageText()).toMatch(/sign you out in 2:0\d/)
    await focusComesTo('Stay signed in')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => !dialog(), 'the warning to go')
    expect(extended()).toBe(1)
  })

  test('at a kiosk, the warning comes after one of two minutes', async () => {
    const { session, handlers } = clock(61_500)
    session.lastActiveAt = inMs(-58_500)
    await show(createSampleWorld().client('patient', handlers))
    expect(dialog()).toBeNull()
    await waitFor(dialog, 'the warning')
    expect(pageText()).toMatch(/sign you out in (1:00|0:5\d)/)
  })

  test('Escape counts as activity too', async () => {
    const { handlers, extended } = clock(125_000)
    await show(createSampleWorld().client('patient', handlers))
    await waitFor(dialog, 'the warning')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !dialog(), 'the warning to go')
    expect(extended()).toBe(1)
  })

  test('there is no warning while there is time', async () => {
    await show(createSampleWorld().client('patient', clock(600_000).handlers))
    expect(dialog()).toBeNull()
  })

  test('a portal can show its own dialog', async () => {
    document.addEventListener('visit-session-warning', (event) => event.preventDefault(), { once: true })
    await show(createSampleWorld().client('patient', clock(125_000).handlers))
    await settled()
    expect(dialog()).toBeNull()
  })

  test('a provider that the page removes at the warning shows nothing, and ends without an error', async () => {
    let removedProvider: VisitProvider | undefined
    const remove = ({ target }: Event): void => {
      removedProvider = target as VisitProvider
      removedProvider.remove()
    }
    document.addEventListener('visit-session-warning', remove, { once: true })
    await mount(
      html`<visit-provider .client=${createSampleWorld().client('patient', clock(125_000).handlers)}></visit-provider>`,
    )
    const provider = await waitFor(() => removedProvider, 'the warning')
    await settled()
    await provider.updateComplete
    expect(deepQuery(provider.renderRoot, 'dialog[open]')).toBeNull()
  })

  test('when only signing in again helps, the warning can be dismissed and does not come back', async () => {
    const { handlers, extended } = clock(1_800_000, 110_000)
    const provider = await show(createSampleWorld().client('patient', handlers))
    await waitFor(dialog, 'the warning')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !dialog(), 'the warning to go')
    provider.requestUpdate()
    await provider.updateComplete
    expect(dialog()).toBeNull()
    expect(extended()).toBe(0)
  })
})

describe('a page that the browser kept for “back”', () => {
  const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))

  test('asks for the session: its timers stood still', async () => {
    const { session, handlers } = clock(1_800_000)
    const client = createSampleWorld().client('patient', handlers)
    const provider = await show(client)
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getSession'), 'the session')
    Object.assign(session, { lastActiveAt: inMs(-1_710_000), idleEndsAt: inMs(90_000) })
    comeBack()
    await waitFor(dialog, 'the warning')
    expect(provider.client).not.toBeNull()
  })

  test('clears all data when the session is over and the server cannot be reached', async () => {
    const { session, handlers } = clock(1_800_000)
    const client = createSampleWorld().client('patient', handlers)
    const provider = await show(client)
    session.absoluteEndsAt = inMs(150_000)
    comeBack()
    await settled()
    client.setHandlers({ getSession: () => problem(0, 'connection_failed') })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 200_000 })
    comeBack()
    await waitFor(() => provider.client === null, 'the end')
    expect(pageText()).not.toContain('Dr. Jo Sample')
  })
})

describe('when the session ends', () => {
  test('no patient data is left in the page, even without a connection', async () => {
    const client = createSampleWorld().client('patient', clock(1500).handlers)
    const provider = await show(client)
    const ended = vi.fn<(event: CustomEvent<{ reason: string }>) => void>()
    provider.addEventListener('visit-session-ended', ended)
    client.setHandlers({ getSession: () => problem(0, 'connection_failed') })
    await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the record')
    await waitFor(() => pageText().includes('You have been signed out'), 'the end')
    expect(ended.mock.calls[0]?.[0].detail).toEqual({ reason: 'idle' })
    expect(pageText()).not.toContain('Dr. Jo Sample')
    await focusComesTo('You have been signed out')
  })

  test('the server ends it: the page shows that, and signing in again reads everything again', async () => {
    const client = createSampleWorld().client('patient', clock(600_000).handlers)
    await show(client)
    await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the record')
    client.endSession()
    await waitFor(() => pageText().includes('You have been signed out'), 'the end')
    expect(pageText()).not.toContain('Dr. Jo Sample')
    await press(document.body, 'Sign in again')
    await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the record')
  })

  test('signing out ends it on the server', async () => {
    const client = createSampleWorld().client('patient', clock(125_000).handlers)
    await show(client)
    await waitFor(dialog, 'the warning')
    await press(document.body, 'Sign out now')
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'endSession'), 'the server to be told')
  })
})

test('the organization’s brand colors the elements, and a page can set its own color', async () => {
  const provider = await show(createSampleWorld().client('patient', clock(600_000).handlers))
  const accent = (): string => getComputedStyle(provider).getPropertyValue('--visit-color-accent')
  await waitFor(() => accent().includes('#1f5fa8'), 'the brand')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('visit-provider { --visit-color-accent: #7a0050 }')
  document.adoptedStyleSheets = [sheet]
  expect(accent()).toContain('#7a0050')
  document.adoptedStyleSheets = []
})

test('the page’s own texts replace the default ones', async () => {
  const strings = { en: { 'audit-log.heading': 'Who looked at my chart' } }
  const client = createSampleWorld().client('patient', clock(600_000).handlers)
  await mount(
    html`<visit-provider .client=${client} .strings=${strings}><visit-audit-log></visit-audit-log></visit-provider>`,
  )
  await waitFor(() => pageText().includes('Who looked at my chart'), 'the words')
  expect(focusedName()).not.toContain('Who looked') // nothing takes the focus on load
})

const unknown = (): Response =>
  Response.json(
    { type: 'about:blank', title: '', status: 404, code: 'not_found', detail: '', requestId: 'r' },
    { status: 404 },
  )

const getSession = async () => ({
  access_token: 'token',
  token_type: 'Bearer' as const,
  expires_in: 300,
  session_id: 's',
})

test('a provider with a server and a session creates the client itself', async () => {
  const asked: string[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    asked.push(new Request(input).url)
    return unknown()
  })
  const ready = vi.fn<() => void>()
  document.addEventListener('visit-ready', ready, { once: true })
  await mount(html`<visit-provider server-url="https://visits.example" .getSession=${getSession}></visit-provider>`)
  await waitFor(() => asked.includes('https://visits.example/v1/session'), 'the session')
  expect(ready).toHaveBeenCalledOnce()
  expect(asked.join(' ')).not.toContain('token')
})

test('signing in again before the server has ended the previous session breaks neither', async () => {
  const notified = Promise.withResolvers<void>()
  const received: boolean[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { method, signal } = new Request(input, init)
    if (method === 'DELETE') {
      await notified.promise
      received.push(!signal.aborted)
    }
    return unknown()
  })
  await mount(html`<visit-provider server-url="https://visits.example" .getSession=${getSession}></visit-provider>`)
  const provider = document.querySelector('visit-provider') as VisitProvider
  await waitFor(() => provider.client, 'the first client')
  const signedOut = provider.signOut()
  provider.signInAgain()
  await waitFor(() => provider.client, 'the second client')
  const close = vi.spyOn(provider.client!, 'close')
  notified.resolve()
  await signedOut
  await waitFor(() => received.length > 0, 'the server to hear of it')
  expect(received).toEqual([true])
  expect(close).not.toHaveBeenCalled()
})

describe('in Spanish', () => {
  test('“Seguir conectado” keeps the session and “Cerrar sesión ahora” ends it', async () => {
    const stays = clock(125_000)
    await mount(
      html`<visit-provider .client=${createSampleWorld().client('patient', stays.handlers)}
        ><visit-audit-log></visit-audit-log
      ></visit-provider>`,
      'es',
    )
    await waitFor(dialog, 'the warning')
    await press(document.body, 'Seguir conectado')
    await waitFor(() => !dialog(), 'the warning to go')
    expect(stays.extended()).toBe(1)

    const leaves = clock(125_000)
    const client = createSampleWorld().client('patient', leaves.handlers)
    await mount(html`<visit-provider .client=${client}><visit-audit-log></visit-audit-log></visit-provider>`, 'es')
    await waitFor(dialog, 'the warning')
    await press(document.body, 'Cerrar sesión ahora')
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'endSession'), 'the server to be told')
    expect(leaves.extended()).toBe(0)
  })
})
