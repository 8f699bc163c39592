import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, settled, unmount } from '../../test/mount.ts'
import { withProvider } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'
import '../define/statement.ts'
import type { VisitProvider } from './provider.ts'

afterEach(unmount)

const show = async () => {
  const client = createSampleWorld().client('patient')
  await mount(withProvider(client, html`<visit-audit-log></visit-audit-log><visit-statement></visit-statement>`))
  await settled()
  const asked = (): number => client.calls.filter(({ operationId }) => operationId === 'getMe').length
  return { asked, provider: document.querySelector('visit-provider') as VisitProvider }
}

test('the page and all elements of a provider request the person once', async () => {
  const { asked, provider } = await show()
  const me = await provider.me()
  expect(me.kind).toBe('patient')
  expect(await provider.me()).toBe(me)
  expect(asked()).toBe(1)
})

test('the person is requested again after a change, when an element needs it', async () => {
  const { asked, provider } = await show()
  provider.forgetMe()
  expect(asked()).toBe(1)
  await provider.me()
  document.querySelector('visit-audit-log')?.startAgain()
  await settled()
  expect(asked()).toBe(2)
})

test('without a session there is no person', async () => {
  await mount(html`<visit-provider></visit-provider>`)
  await expect((document.querySelector('visit-provider') as VisitProvider).me()).rejects.toThrow('no session')
})
