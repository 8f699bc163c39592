import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/chart.ts'
import '../define/provider.ts'
import '../define/record.ts'

afterEach(unmount)

const part = (tag: string) =>
  deepQuery(document.body, tag)?.shadowRoot?.querySelector('[aria-labelledby=visit-threads]')
const textOf = (tag: string): string => {
  const section = part(tag)
  return section ? pageText(section) : ''
}

describe.each([
  ['visit-record', 'patient', 'practitioner', 'Dr. Jo Sample'],
  ['visit-chart', 'practitioner', 'patient', 'Robin Example'],
] as const)('what was written in a visit, in %s', (tag, reader, other, name) => {
  const show = async (world = createSampleWorld({ stage: 'admitted' }), handlers = {}) => {
    const client = world.client(reader, handlers)
    const element =
      tag === 'visit-record'
        ? html`<visit-record></visit-record>`
        : html`<visit-chart patient-id="patient-robin"></visit-chart>`
    await mount(withProvider(client, element))
    await waitFor(() => part(tag)?.querySelector('li, .muted, [role=alert]'), 'the part')
    return { client, world, visitId: world.ids.visitId ?? '' }
  }

  test('appears when it is written, is read in its place, and counts as read then', async () => {
    const { world, visitId } = await show()
    expect(textOf(tag)).toContain('Nothing yet.')
    await world.client(other).threads.postInVisit(visitId, { text: 'One tablet at night' })
    await waitFor(() => textOf(tag).includes('1 new'), 'the visit in the list')
    expect(textOf(tag)).not.toContain('One tablet at night')
    await press(document.body, /Read: Visit on/)
    await waitFor(() => textOf(tag).includes('One tablet at night'), 'the message')
    expect(textOf(tag)).toContain(name)
    await waitFor(() => !textOf(tag).includes('1 new'), 'that it was read')
    await world.client(other).threads.postInVisit(visitId, { text: 'Not two' })
    await waitFor(() => textOf(tag).includes('Not two'), 'the next message in its place')
    await press(document.body, /Close: Visit on/)
    await waitFor(() => !textOf(tag).includes('One tablet at night'), 'the list')
  })

  test('has its files, opened with the right of the visit', async () => {
    const { client, world, visitId } = await show()
    const author = world.client(other)
    const { id } = await author.attachments.addInVisit(visitId, new Blob(['x'], { type: 'image/png' }))
    await author.threads.postInVisit(visitId, { text: 'My arm', attachmentIds: [id] })
    await press(document.body, /Read: Visit on/)
    await press(document.body, 'Show the picture')
    await waitFor(() => part(tag)?.querySelector('img.picture'), 'the picture')
    expect(client.calls.find(({ operationId }) => operationId === 'getVisitAttachmentContent')?.path).toMatchObject({
      visitId,
      attachmentId: id,
    })
  })

  test('that cannot be read says so, and hides no other part', async () => {
    await show(undefined, { listThreads: () => problem(503, 'vendor_unavailable') })
    await waitFor(() => part(tag)?.querySelector('[role=alert]'), 'the refusal')
    const root = deepQuery(document.body, tag)?.shadowRoot
    await waitFor(() => root?.querySelectorAll('.part [role=alert]').length === 1, 'the other parts')
  })
})
