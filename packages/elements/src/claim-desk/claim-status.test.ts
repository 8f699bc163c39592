import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (lang: string) => {
  const client = createSampleWorld().client('practitioner')
  await mount(withProvider(client, html`<visit-claim-desk claim-id="claim-accepted"></visit-claim-desk>`), lang)
  await settled()
  return { client, said: recordAnnouncements(deepQuery(document.body, 'visit-claim-desk')) }
}

test.each([
  ['en', 'The payer is still working on it.', 'Ask the payer', 'The payer has not answered yet.'],
  ['es', 'El pagador sigue trabajando en él.', 'Preguntar al pagador', 'El pagador aún no ha respondido.'],
])('the desk says where the payer has a claim, and asks with one press, in %s', async (lang, pending, ask, waiting) => {
  const { client, said } = await show(lang)
  await waitFor(() => pageText().includes(pending), 'the status in words')
  expect(pageText()).toContain('P1:20')
  await pressKeyOn(ask)
  await waitFor(() => pageText().includes(waiting), 'the question')
  expect(client.calls.filter(({ operationId }) => operationId === 'askClaimStatus')).toHaveLength(1)
  expect(said).toHaveLength(1)
  expect(pageText()).toContain(pending)
  await press(document.body, ask)
  await waitFor(() => deepQuery(document.body, '[role=alert]'), 'why it is not asked again')
  expect(pageText()).toContain(pending)
})
