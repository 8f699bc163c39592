import { html } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import type { Session, SignInStrength } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { press, waitFor } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'
import type { VisitProvider } from './provider.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** A session that needs another sign-in until `stepUp` succeeds. */
const weak = async (needed: SignInStrength, confirms: (signIn?: SignInStrength) => boolean = () => true) => {
  const session: Session = {
    ...{
      id: 'session-1',
      kind: 'member',
      clientId: 'portal',
      current: true,
      neededSignIn: needed,
      trainingEndsAt: null,
    },
    ...{
      createdAt: inMs(-1000),
      lastActiveAt: inMs(-1000),
      idleEndsAt: inMs(900_000),
      absoluteEndsAt: inMs(3_600_000),
    },
  }
  const client = createSampleWorld().client('practitioner', { getSession: () => session })
  const asked: (SignInStrength | undefined)[] = []
  Object.assign(client, {
    stepUp: async (signIn?: SignInStrength) => {
      asked.push(signIn)
      if (!confirms(signIn)) throw new Error('declined')
      session.neededSignIn = null
    },
  })
  await mount(html`<visit-provider .client=${client}><p>Ward round at nine</p></visit-provider>`)
  const provider = document.querySelector('visit-provider') as VisitProvider
  return { client, provider, asked }
}

test('a password alone shows what is missing and hides the page; with the second step, it goes on', async () => {
  const { provider, client, asked } = await weak('second-step')
  await waitFor(() => pageText().includes('One more step to sign in'), 'what is missing')
  expect(pageText()).toContain('A text message does not count.')
  await focusComesTo('One more step to sign in')
  expect(provider.client).toBeNull()
  expect(document.querySelector('p')?.checkVisibility()).toBe(false)
  let isReady = false
  provider.addEventListener('visit-ready', () => (isReady = true))
  await press(document.body, 'Sign in again')
  await waitFor(() => document.querySelector('p')?.checkVisibility(), 'the page')
  expect(asked).toEqual(['second-step'])
  expect(provider.client).toBe(client)
  expect(isReady).toBe(true)
})

test('an administrator is asked for the hardware key', async () => {
  await weak('hardware-key')
  await waitFor(() => pageText().includes('sign in with your hardware key'), 'what is missing')
})

test('a sign-in that was stopped or too weak leaves the question open', async () => {
  const { provider } = await weak('second-step', () => false)
  await waitFor(() => pageText().includes('One more step to sign in'), 'what is missing')
  await press(document.body, 'Sign in again')
  await waitFor(() => pageText().includes('That sign-in was not strong enough'), 'the reason')
  expect(provider.client).toBeNull()
  expect(pageText()).toContain('One more step to sign in')
})

test('a portal can sign the person in on its own page', async () => {
  const { asked, provider } = await weak('second-step')
  await waitFor(() => pageText().includes('One more step to sign in'), 'what is missing')
  const requested: unknown[] = []
  provider.addEventListener('visit-sign-in-requested', (event) => {
    event.preventDefault()
    requested.push(event.detail)
  })
  await press(document.body, 'Sign in again')
  expect(requested).toEqual([{ signIn: 'second-step' }])
  expect(asked).toEqual([])
})

test('signing out from there ends the session', async () => {
  const { client } = await weak('second-step')
  await waitFor(() => pageText().includes('One more step to sign in'), 'what is missing')
  await press(document.body, 'Sign out now')
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'endSession'), 'the end of the session')
})

/** Staff whose training ends then. */
const trained = async (endsAt: string | null) => {
  const session: Session = {
    ...{ id: 'session-1', kind: 'member', clientId: 'portal', current: true, neededSignIn: null },
    ...{
      createdAt: inMs(-1000),
      lastActiveAt: inMs(-1000),
      idleEndsAt: inMs(900_000),
      absoluteEndsAt: inMs(3_600_000),
    },
    trainingEndsAt: endsAt,
  }
  const client = createSampleWorld().client('practitioner', { getSession: () => session })
  await mount(html`<visit-provider .client=${client}><p>Ward round at nine</p></visit-provider>`)
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getSession'), 'the session')
}
const day = 86_400_000

test('a training that expires within 30 days is announced above the page with its last day, and the page stays', async () => {
  // Midnight where the clinic is: the day before is the last one.
  await trained(new Date(Math.floor((Date.now() + 9 * day) / day) * day + 5 * 3_600_000).toISOString())
  await waitFor(() => pageText().includes('A training that your role needs expires. After '), 'the line about training')
  expect(pageText()).not.toContain('has expired')
  expect(document.querySelector('p')?.checkVisibility()).toBe(true)
})

test('after it expired, the page says why no patients are shown', async () => {
  await trained(inMs(-1000))
  await waitFor(() => pageText().includes('A training that your role needs has expired.'), 'the line about training')
  expect(document.querySelector('p')?.checkVisibility()).toBe(true)
})

test('a training that lasts, or none that stops access, is not mentioned', async () => {
  await trained(inMs(31 * day))
  await waitFor(() => document.querySelector('p')?.checkVisibility(), 'the page')
  expect(pageText()).not.toContain('A training')
  unmount()
  await trained(null)
  await waitFor(() => document.querySelector('p')?.checkVisibility(), 'the page')
  expect(pageText()).not.toContain('A training')
})
