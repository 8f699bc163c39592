import { html } from 'lit'
import type { Prescription } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/prescription-pad.ts'
import '../define/provider.ts'
import { clickOn, deepQuery, inProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Prescription pad' }
export default meta

const now = '2026-11-25T15:30:00Z'
const world = (): SampleWorld => createSampleWorld({ stage: 'in-visit', now })
const pad = (more: TestHandlers = {}, in_ = world()) =>
  inProvider(
    in_.client('practitioner', more),
    html`<visit-prescription-pad
      patient-id=${in_.ids.patientId}
      visit-id=${in_.ids.visitId ?? ''}
      zone="America/New_York"
    ></visit-prescription-pad>`,
  )
const none: TestHandlers = { listPharmacyRequests: () => ({ items: [], nextCursor: null }) }

/** Types into the medicine field and takes what the arrow keys lead to. */
const choose = async (root: HTMLElement, medicine: string): Promise<void> => {
  await clickOn(root, '#new')
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, '#medicine'), 'the field')
  field.focus()
  field.value = medicine
  field.dispatchEvent(new Event('input'))
  // The usual ones may still be offered.
  const option = await waitFor(() => {
    const first = deepQuery(root, '[role=option]')
    return first?.textContent.toLowerCase().includes(medicine) ? first : null
  }, medicine)
  option.click()
  await waitFor(() => deepQuery(root, '#dose'), 'the form')
  await waitFor(() => !deepQuery(root, '[aria-busy=true]'), 'the check')
}
const fill = async (root: HTMLElement, id: string, text: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, `[id="${id}"]`), id)
  field.value = text
  field.dispatchEvent(new Event('input'))
}

const inState = (status: Prescription['status'], more: Partial<Prescription> = {}): TestHandlers => {
  const { listPrescriptions } = world().handlersFor('practitioner')
  return {
    ...none,
    listPrescriptions: async (input) => {
      const all = (await listPrescriptions?.(input)) as { items: Prescription[]; nextCursor: null; patientId: string }
      const [first, ...others] = all.items
      return { ...all, items: [{ ...(first as Prescription), status, ...more }, ...others] }
    },
  }
}

export const List: Story = { width: 960, render: () => pad() }
export const BesideTheVideo: Story = { width: 380, render: () => pad(none) }
export const Empty: Story = {
  width: 960,
  render: () =>
    pad({ ...none, listPrescriptions: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }) }),
}
export const Loading: Story = { width: 960, render: () => pad({ listPrescriptions: never }) }
export const Failed: Story = { width: 960, render: () => pad({ listPrescriptions: () => problem(503, 'unavailable') }) }
export const Usual: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#new')
    await new Promise((resolve) => setTimeout(resolve, 50))
    deepQuery<HTMLInputElement>(canvasElement, '#medicine')?.dispatchEvent(new FocusEvent('focus'))
    await waitFor(() => deepQuery(canvasElement, '[role=option]'), 'the usual ones')
  },
}
export const Writing: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await fill(canvasElement, 'often', '2')
    await fill(canvasElement, 'note', 'with food')
  },
}
export const Alerts: Story = {
  width: 960,
  render: () => pad(none),
  play: ({ canvasElement }) => choose(canvasElement, 'amoxicillin 500'),
}
export const AlertsBesideTheVideo: Story = {
  width: 380,
  render: () => pad(none),
  play: ({ canvasElement }) => choose(canvasElement, 'amoxicillin 500'),
}
export const ReasonMissing: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'ibuprofen')
    await clickOn(canvasElement, '.form .primary')
  },
}
export const AskingToSign: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await clickOn(canvasElement, '.form .primary')
    await waitFor(() => deepQuery(canvasElement, '#sign-question'), 'the question')
  },
}
export const Controlled: Story = {
  width: 380,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'zolpidem')
    await clickOn(canvasElement, '.form .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the refusal')
  },
}
export const Refused: Story = {
  width: 960,
  render: () =>
    pad(
      inState('refused', {
        history: [
          { at: now, status: 'sending', by: 'prescriber' },
          { at: now, status: 'refused', by: 'pharmacy', code: 'AA', text: 'Patient unknown to the pharmacy' },
        ],
      }),
    ),
}
export const FilledAfterCancel: Story = {
  width: 380,
  render: () => pad(inState('cancelled', { needsAttention: 'filled-after-cancel' })),
}
export const Cancelling: Story = {
  width: 960,
  render: () => pad(inState('accepted')),
  play: ({ canvasElement }) => clickOn(canvasElement, '[id^="cancel-prescription"]'),
}
