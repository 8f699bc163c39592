import { html } from 'lit'
import { createSampleWorld, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/clinic-settings.ts'
import '../src/define/provider.ts'
import { administrator } from './administrator.ts'
import { mount, pageText, settled } from './mount.ts'
import { deepQuery, waitFor, withProvider } from './story.ts'

/** The settings of the clinic as an administrator sees them, on a page. */
export const show = async (open = '', handlers: TestHandlers = {}, world: SampleWorld = createSampleWorld()) => {
  const client = world.client('practitioner', { ...administrator, ...handlers })
  await mount(withProvider(client, html`<visit-clinic-settings open=${open}></visit-clinic-settings>`))
  await settled()
  return client
}
export const until = (text: string) => waitFor(() => pageText().includes(text), text)
export const gone = (text: string) => waitFor(() => !pageText().includes(text), `the end of ${text}`)
export const type = async (selector: string, text: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(document.body, selector), selector)
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
/** The bodies of the requests of an operation. */
export const sent = (client: Awaited<ReturnType<typeof show>>, operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)
