import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/settings.ts'

afterEach(unmount)

test('a patient says that they need captions, and takes it back', async () => {
  const world = createSampleWorld()
  const client = world.client('patient')
  await mount(withProvider(client, html`<visit-settings open="needs"></visit-settings>`))
  const box = () => waitFor(() => deepQuery<HTMLInputElement>(document.body, 'input[type=checkbox]'), 'the question')
  const sent = () =>
    client.calls.filter(({ operationId }) => operationId === 'updatePatient').map(({ body }) => body as object)
  for (const needsCaptions of [true, false]) {
    expect((await box()).checked).toBe(!needsCaptions)
    ;(await box()).click()
    await press(document.body, 'Save')
    await waitFor(() => sent().length === (needsCaptions ? 1 : 2), 'the change')
    await settled()
    expect(sent().at(-1)).toMatchObject({ needsCaptions })
    await waitFor(() => pageText().includes('Saved.'), 'what is kept')
    expect((await client.patients.get('patient-robin')).needsCaptions).toBe(needsCaptions)
  }
})
