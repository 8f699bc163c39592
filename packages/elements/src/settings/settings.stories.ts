import { html } from 'lit'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/settings.ts'

const meta: StoryMeta = { title: 'Patient/Settings' }
export default meta

const shown = (
  open: string,
  handlers: TestHandlers = {},
  world: SampleWorld = createSampleWorld({ stage: 'prepared' }),
) => withProvider(world.client('patient', handlers), html`<visit-settings open=${open}></visit-settings>`)

export const List: Story = { render: () => shown('') }
export const Reach: Story = { render: () => shown('reach') }
export const TextsStopped: Story = {
  render: () =>
    shown('reach', {
      getPreferences: async () => ({
        ...(await createSampleWorld().client('patient').preferences.get('patient-robin')),
        channel: 'sms',
        stopped: true,
      }),
    }),
}
export const TextsNeedConsent: Story = {
  render: () =>
    shown('reach', {
      getPreferences: async () => ({
        ...(await createSampleWorld().client('patient').preferences.get('patient-robin')),
        channel: 'sms',
        needsConsent: true,
      }),
    }),
}
const chosenContact: TestHandlers = {
  getContactChoice: () => ({
    patientId: 'patient-robin',
    ...{ calls: 'only', callPhone: '555-0199', leaveMessage: false, callHours: { from: '09:00', to: '17:00' } },
    ...{ letters: 'only', letterAddress: { line1: '9 Chosen Road', city: 'Sampleton', state: 'OH' } },
    ...{ addressAs: 'Alex', version: 2 },
  }),
}
export const Contact: Story = { render: () => shown('contact') }
export const ContactChosen: Story = { render: () => shown('contact', chosenContact) }
export const ContactMissing: Story = {
  render: () => shown('contact'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'input[name=calls][value=only]')
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '.error'), 'what is missing')
  },
}
const named: TestHandlers = {
  getPatient: async () => ({
    ...(await createSampleWorld().client('patient').patients.get('patient-robin')),
    name: { given: '小龙', family: '范例' },
    otherNames: [
      { use: 'usual', given: 'Xiaolong', middle: ['Robin'], family: 'Example', suffix: 'Jr' },
      { use: 'old', given: 'Robin', family: 'Specimen' },
    ],
  }),
}
export const Names: Story = { render: () => shown('names', named) }
export const NamesForDesk: Story = {
  render: () =>
    withProvider(
      createSampleWorld().client('patient', named),
      html`<visit-settings only="names" patient-id="patient-robin"></visit-settings>`,
    ),
}
export const NamesMissing: Story = {
  render: () => shown('names'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '#other-given'), 'the form')
    await clickOn(canvasElement, 'form[aria-labelledby=other-title] button')
    await waitFor(() => deepQuery(canvasElement, '#other-missing'), 'what is missing')
  },
}
export const NameOnCardOpen: Story = {
  render: () => shown('names'),
  play: async ({ canvasElement }) => {
    const summary = await waitFor(() => deepQuery(canvasElement, 'summary'), 'the folded form')
    ;(summary as HTMLElement).click()
  },
}
export const Needs: Story = { render: () => shown('needs') }
const background: TestHandlers = {
  getPatientBackground: () => ({
    patientId: 'patient-robin',
    races: ['2028-9', '2106-3'],
    ethnicity: '2186-5',
    genderIdentity: 'asked-declined',
    changedAt: '2026-10-05T14:00:00Z',
    version: 2,
  }),
}
export const Background: Story = { render: () => shown('background') }
export const BackgroundAnswered: Story = { render: () => shown('background', background) }
export const BackgroundOfAnother: Story = {
  render: () =>
    shown('background', {
      getMe: async (input) => ({
        ...((await createSampleWorld().handlersFor('patient').getMe!(input)) as Me),
        personId: 'proxy-chris',
        kind: 'proxy',
      }),
    }),
}
export const BackgroundChangedElsewhere: Story = {
  render: () => shown('background', { ...background, putPatientBackground: () => problem(409, 'version_conflict') }),
  play: ({ canvasElement }) => clickOn(canvasElement, 'form .primary'),
}
export const People: Story = { render: () => shown('people') }
export const InvitationMade: Story = {
  render: () => shown('people'),
  play: async ({ canvasElement }) => {
    const name = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#name'), 'the name')
    name.value = 'Sky Example'
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '#code'), 'the code')
  },
}
export const NameMissing: Story = {
  render: () => shown('people'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '.error'), 'what is missing')
  },
}
export const Consents: Story = {
  render: () => shown('consents'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'li .btn')
    await clickOn(canvasElement, 'li .btn + .btn')
    await waitFor(() => deepQuery(canvasElement, '.text'), 'the text')
  },
}
const drawnCard = async (): Promise<Blob> => {
  const canvas = new OffscreenCanvas(640, 400)
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new Error('This browser draws nothing')
  drawing.fillStyle = '#d9ecec'
  drawing.fillRect(0, 0, 640, 400)
  drawing.fillStyle = '#0b6e6e'
  drawing.fillRect(0, 0, 640, 90)
  return canvas.convertToBlob({ type: 'image/png' })
}
export const Card: Story = { render: () => shown('card') }
export const CardAdded: Story = {
  render: () => shown('card'),
  play: async ({ canvasElement }) => {
    const field = 'input[data-side=front]:not([capture])'
    const input = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, field), 'the field')
    const transfer = new DataTransfer()
    transfer.items.add(new File([await drawnCard()], 'card', { type: 'image/png' }))
    input.files = transfer.files
    input.dispatchEvent(new Event('change'))
    await waitFor(() => deepQuery(canvasElement, '.card-picture'), 'the picture')
    await clickOn(canvasElement, 'section .row > .btn')
    await waitFor(() => deepQuery(canvasElement, '#remove-now'), 'the question')
  },
}
export const ConsentUses: Story = {
  render: () => shown('consents', {}, createSampleWorld({ stage: 'admitted' })),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'li .wrap .btn:last-of-type')
    await waitFor(() => deepQuery(canvasElement, '.uses li'), 'the visits')
  },
}
export const NoConsents: Story = { render: () => shown('consents', {}, createSampleWorld()) }
export const Pharmacy: Story = {
  render: () => shown('pharmacy'),
  play: async ({ canvasElement }) => {
    const search = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#search'), 'the field')
    search.value = 'sample'
    await clickOn(canvasElement, 'form .btn')
    await waitFor(() => deepQuery(canvasElement, 'li .btn'), 'pharmacies')
  },
}
export const Sessions: Story = { render: () => shown('sessions') }
export const Loading: Story = { render: () => shown('reach', { getPreferences: never }) }
export const Failed: Story = { render: () => shown('reach', { getPreferences: () => problem(503, 'overloaded') }) }
