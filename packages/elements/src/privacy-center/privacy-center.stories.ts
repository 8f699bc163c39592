import { html } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-center.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Patient/Privacy center' }
export default meta

const shown = (
  open: string,
  handlers: TestHandlers = {},
  world: SampleWorld = createSampleWorld({ stage: 'prepared' }),
) => withProvider(world.client('patient', handlers), html`<visit-privacy-center open=${open}></visit-privacy-center>`)

export const List: Story = { render: () => shown('') }
export const Copy: Story = { render: () => shown('copy') }
export const CopyFailed: Story = {
  render: () => shown('copy', { getRecordCopy: () => problem(503, 'overloaded') }),
  play: ({ canvasElement }) => clickOn(canvasElement, '.primary'),
}
export const Requests: Story = { render: () => shown('requests') }
export const NoRequests: Story = {
  render: () =>
    shown('requests', {
      listPrivacyRequests: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }),
    }),
}
export const RequestMissing: Story = {
  render: () => shown('requests'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '#what'), 'the form')
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '#what-missing'), 'what is missing')
  },
}
export const AskingForErasure: Story = {
  render: () => shown('requests'),
  play: ({ canvasElement }) => clickOn(canvasElement, 'input[value=erasure]'),
}
export const Disagreeing: Story = {
  render: () => shown('requests'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, 'li > div > .btn.small'), 'the answer')
    await clickOn(canvasElement, 'li > div > .btn.small')
    await waitFor(() => deepQuery(canvasElement, '#statement'), 'the statement')
  },
}
export const ChoosingRecipients: Story = {
  render: () => shown('requests'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '.asked .btn.small'), 'the recipients')
    await clickOn(canvasElement, '.asked .btn.small')
    await waitFor(() => deepQuery(canvasElement, '#recipients-form'), 'the choice')
  },
}
export const Consents: Story = { render: () => shown('consents') }
export const Reach: Story = { render: () => shown('reach') }
export const People: Story = { render: () => shown('people') }
export const Loading: Story = { render: () => shown('requests', { listPrivacyRequests: never }) }
export const Failed: Story = {
  render: () => shown('requests', { listPrivacyRequests: () => problem(503, 'overloaded') }),
}
export const Disclosures: Story = { render: () => shown('disclosures') }
export const EveryDisclosure: Story = {
  render: () => shown('disclosures'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, 'ul.lined'), 'the list')
    await clickOn(canvasElement, 'input[type=checkbox]')
    await waitFor(() => deepQuery(canvasElement, 'li:nth-child(3)'), 'all of it')
  },
}
export const NoDisclosures: Story = {
  render: () =>
    shown('disclosures', {
      getDisclosureAccounting: () => ({
        ...{ patientId: 'patient-robin', from: '2020-11-25', to: '2026-11-25' },
        items: [],
      }),
    }),
}
export const DisclosuresFailed: Story = {
  render: () => shown('disclosures', { getDisclosureAccounting: () => problem(503, 'overloaded') }),
}
