import { html, type TemplateResult } from 'lit'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/messages.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Both/Messages' }
export default meta

const list = html`<visit-messages></visit-messages>`
const shown = (
  handlers: TestHandlers = {},
  person: 'patient' | 'practitioner' = 'patient',
  element: TemplateResult = list,
): TemplateResult => withProvider(createSampleWorld().client(person, handlers), element)

const openFirst = (canvasElement: HTMLElement): Promise<void> => clickOn(canvasElement, '.pick')

export const List: Story = { render: () => shown(), width: 720 }
export const ClinicianList: Story = { render: () => shown({}, 'practitioner'), width: 720 }
export const ThreadWithPicture: Story = {
  width: 720,
  render: () => shown({}, 'practitioner'),
  play: async ({ canvasElement }) => {
    await openFirst(canvasElement)
    await clickOn(canvasElement, '.talk .btn')
    await waitFor(() => deepQuery(canvasElement, 'img'), 'the picture')
  },
}
export const PatientThread: Story = {
  width: 720,
  render: () => shown(),
  play: ({ canvasElement }) => openFirst(canvasElement),
}
export const ListBesideThread: Story = {
  width: 1200,
  render: () => shown({}, 'practitioner'),
  play: ({ canvasElement }) => openFirst(canvasElement),
}
export const NewMessage: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.btn.primary')
    await clickOn(canvasElement, 'form .btn.primary')
  },
}
export const NotSent: Story = {
  render: () => shown({ postMessage: () => problem(503, 'database_unavailable') }),
  play: async ({ canvasElement }) => {
    await openFirst(canvasElement)
    const text = await waitFor(() => deepQuery<HTMLTextAreaElement>(canvasElement, '#text'), 'the field')
    text.value = 'Thank you, it is better today.'
    text.dispatchEvent(new Event('input'))
    await clickOn(canvasElement, 'form .btn.primary')
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the problem')
  },
}
export const FileAdded: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await openFirst(canvasElement)
    const input = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, 'input[type=file]'), 'the field')
    const chosen = new DataTransfer()
    chosen.items.add(new File(['x'], 'arm.png', { type: 'image/png' }))
    input.files = chosen.files
    input.dispatchEvent(new Event('change'))
    await waitFor(() => deepQuery(canvasElement, '.files'), 'the file')
  },
}
export const Empty: Story = { render: () => shown({ listThreads: () => ({ items: [], nextCursor: null }) }) }
export const Loading: Story = { render: () => shown({ listThreads: never }) }
export const Failed: Story = { render: () => shown({ listThreads: () => problem(503, 'database_unavailable') }) }
