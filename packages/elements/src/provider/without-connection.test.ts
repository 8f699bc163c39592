import { html } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import type { Session } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'
import { WARN_MS } from './session-clock.ts'

afterEach(() => {
  unmount()
  vi.useRealTimers()
})

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

test('a connection that is lost before the warning changes nothing: it comes, and at the end the page is cleared', async () => {
  const session: Session = {
    id: 'session-1',
    kind: 'patient',
    clientId: 'portal',
    createdAt: inMs(-1000),
    lastActiveAt: inMs(WARN_MS + 4_000 - 1_800_000),
    idleEndsAt: inMs(WARN_MS + 4_000),
    absoluteEndsAt: inMs(3_600_000),
    current: true,
    neededSignIn: null,
    trainingEndsAt: null,
  }
  const client = createSampleWorld().client('patient', { getSession: () => session })
  await mount(html`<visit-provider .client=${client}><visit-audit-log></visit-audit-log></visit-provider>`)
  const provider = document.querySelector('visit-provider')
  const asked = (): number => client.calls.filter(({ operationId }) => operationId === 'getSession').length
  await waitFor(() => asked() > 0 && pageText().includes('Dr. Jo Sample'), 'the record')
  const before = asked()
  client.setHandlers({ getSession: () => problem(0, 'connection_failed') })
  await waitFor(() => deepQuery(document.body, 'dialog[open]'), 'the warning')
  expect(asked()).toBeGreaterThan(before)

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 200_000 })
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  await waitFor(() => provider?.client === null, 'the end')
  expect(pageText()).not.toContain('Dr. Jo Sample')
})
