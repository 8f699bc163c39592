import { html } from 'lit'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/messages.ts'
import '../src/define/provider.ts'
import { mount, settled } from './mount.ts'
import { withProvider } from './story.ts'

export const showMessages = async (
  handlers: TestHandlers = {},
  person: 'patient' | 'practitioner' = 'patient',
  lang = 'en',
) => {
  const world = createSampleWorld()
  const client = world.client(person, handlers)
  await mount(withProvider(client, html`<visit-messages></visit-messages>`), lang)
  await settled()
  return { world, client, called: (id: string) => client.calls.filter(({ operationId }) => operationId === id) }
}
