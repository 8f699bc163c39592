import { html, type TemplateResult } from 'lit'
import { createSampleWorld } from '@visitkit/sdk/testing'
import '../define/provider.ts'
import '../define/guest-room.ts'
import '../define/video-room.ts'
import type { CaptionsSample } from '../../test/captions-sample.ts'
import '../../test/captions-sample.ts'
import {
  clickOn,
  deepQuery,
  waitFor,
  waitForPicture,
  withProvider,
  type Story,
  type StoryMeta,
} from '../../test/story.ts'
import { usesCode } from '../../test/uses-code.ts'

const meta: StoryMeta = { title: 'Both/Captions' }
export default meta

/** A clinician, and a captioner below, with a real connection. */
const rooms = (): TemplateResult => {
  const world = createSampleWorld({ stage: 'admitted' })
  const { appointmentId = '', patientId, visitId = '' } = world.ids
  const guest = {
    ...{ id: 'guest-maria', appointmentId, patientId, name: 'Maria Gomez', kind: 'captioner' as const },
    ...{ status: 'invited' as const, invitedBy: 'Robin Example', invitedByPatient: true, version: 1 },
    ...{ opensAt: world.now(), expiresAt: world.now() },
  }
  world.state.guests.push(guest)
  usesCode(world, guest, 'Maria Gomez')
  Object.assign(guest, { status: 'admitted' })
  return html`${withProvider(
    world.client('practitioner'),
    html`<visit-video-room visit-id=${visitId} autojoin></visit-video-room>`,
  )}${withProvider(world.client('guest'), html`<visit-guest-room></visit-guest-room>`)}`
}

const isNamed = (select: HTMLSelectElement): boolean => select.options.length > 1

const join = async (canvasElement: HTMLElement): Promise<HTMLInputElement> => {
  const guest = await waitFor(() => deepQuery(canvasElement, 'visit-guest-room')?.shadowRoot, 'the room of the guest')
  await clickOn(guest, '.btn.join')
  await waitForPicture(canvasElement)
  const speaker = await waitFor(() => deepQuery<HTMLSelectElement>(canvasElement, '#caption-speaker'), 'the field')
  await waitFor(() => isNamed(speaker) && deepQuery(canvasElement, '.captions'), 'the captions')
  return waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#caption-text'), 'the field')
}

const lines = ['Good morning. How is the knee?', 'It hurts when I climb stairs, and at night.']

const write = async (canvasElement: HTMLElement): Promise<void> => {
  const field = await join(canvasElement)
  const speaker = deepQuery<HTMLSelectElement>(canvasElement, '#caption-speaker')
  for (const [place, text] of lines.entries()) {
    if (speaker && place === 0) {
      speaker.selectedIndex = 1
      speaker.dispatchEvent(new Event('change'))
    } else if (speaker) {
      speaker.selectedIndex = 0
      speaker.dispatchEvent(new Event('change'))
    }
    field.value = text
    field.dispatchEvent(new InputEvent('input'))
    field.form?.requestSubmit()
  }
  field.value = 'Since about two'
  field.dispatchEvent(new InputEvent('input'))
  await waitFor(() => deepQuery(canvasElement, '.captions [aria-hidden] p'), 'the line that grows')
  await new Promise((resolve) => setTimeout(resolve, 400))
}

export const Typed: Story = { width: 960, render: rooms, play: ({ canvasElement }) => write(canvasElement) }
export const Large: Story = {
  width: 960,
  render: rooms,
  play: async ({ canvasElement }) => {
    await write(canvasElement)
    await clickOn(canvasElement, '.captions .btn')
    await waitFor(() => deepQuery(canvasElement, '.captions.large'), 'the large text')
  },
}
export const NothingTyped: Story = {
  width: 960,
  render: rooms,
  play: async ({ canvasElement }) => {
    await join(canvasElement)
  },
}
export const Hidden: Story = {
  width: 960,
  render: rooms,
  play: async ({ canvasElement }) => {
    await write(canvasElement)
    await clickOn(canvasElement, '.captions-button')
    await waitFor(
      () => !deepQuery(canvasElement, 'visit-video-room')?.shadowRoot?.querySelector('.captions'),
      'the picture',
    )
  },
}

export const ByMachine: Story = {
  width: 960,
  render: () => withProvider(createSampleWorld().client('patient'), html`<captions-sample is-heard></captions-sample>`),
  play: async ({ canvasElement }) => {
    const sample = await waitFor(() => deepQuery<CaptionsSample>(canvasElement, 'captions-sample'), 'the stage')
    await waitFor(() => deepQuery(canvasElement, '.machine-note'), 'who hears')
    for (const text of lines) sample.hear(text)
    await sample.updateComplete
  },
}
export const MachineOffered: Story = {
  width: 960,
  render: () =>
    withProvider(createSampleWorld().client('practitioner'), html`<captions-sample may-start></captions-sample>`),
}
