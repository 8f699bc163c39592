import { html, nothing } from 'lit'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, settled } from './mount.ts'
import { withProvider } from './story.ts'
import '../src/define/lab-orders.ts'
import '../src/define/provider.ts'

/** The lab orders of the sample's patient, or the inbox of all patients. */
export const show = async ({ inbox = false, more = {} }: { inbox?: boolean; more?: TestHandlers } = {}) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const client = world.client('practitioner', more)
  const { patientId } = world.ids
  await mount(
    withProvider(client, html`<visit-lab-orders patient-id=${inbox ? nothing : patientId}></visit-lab-orders>`),
  )
  await settled()
  const bodyOf = (operation: string): unknown =>
    client.calls.findLast(({ operationId }) => operationId === operation)?.body
  const asked = (operation: string) => client.calls.filter(({ operationId }) => operationId === operation).length
  return { world, client, patientId, bodyOf, asked }
}
