import { html } from 'lit'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, settled } from './mount.ts'
import { deepQuery, withProvider } from './story.ts'
import '../src/define/chart.ts'
import '../src/define/provider.ts'

export const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const client = world.client('practitioner', more)
  await mount(withProvider(client, html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`))
  await settled()
  const bodyOf = (operation: string): unknown =>
    client.calls.findLast(({ operationId }) => operationId === operation)?.body
  return { world, client, bodyOf, patientId: world.ids.patientId }
}
export const part = (id: string): string =>
  (deepQuery(document.body, `[aria-labelledby="${id}"]`)?.textContent ?? '').replace(/\s+/g, ' ')
