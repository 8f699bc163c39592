import { html } from 'lit'
import type { Practitioner } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/clinic-settings.ts'
import '../define/provider.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import { administrator } from '../../test/administrator.ts'
import { withPhoto } from '../../test/drawn-photo.ts'

const meta: StoryMeta = { title: 'Staff/Clinic settings' }
export default meta

const settings = (open = '', handlers: TestHandlers = {}, world = createSampleWorld()) =>
  withProvider(
    world.client('practitioner', { ...administrator, ...handlers }),
    html`<visit-clinic-settings open=${open}></visit-clinic-settings>`,
  )
const wide = { width: 820 }

export const Pages: Story = { ...wide, render: () => settings() }
export const Address: Story = { ...wide, render: () => settings('address') }
export const AddressChangedByColleague: Story = {
  ...wide,
  render: () => settings('address', { updateOrganization: () => problem(409, 'version_conflict') }),
  play: ({ canvasElement }) => clickOn(canvasElement, 'form .primary'),
}
/** The clinic of the sample permits recordings. */
export const Calls: Story = { ...wide, render: () => settings('calls') }
export const CallsOff: Story = {
  ...wide,
  render: () => {
    const world = createSampleWorld()
    world.state.organization.callRecording = false
    return settings('calls', {}, world)
  },
}
const turnCaptionsOn = async (canvas: HTMLElement): Promise<void> => {
  await clickOn(canvas, '[aria-describedby=machineCaptions-hint]')
  await clickOn(canvas, 'form .primary')
}
export const CallsSaved: Story = {
  ...wide,
  render: () => settings('calls'),
  play: async ({ canvasElement }) => {
    await turnCaptionsOn(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '.row + p'), 'that it is saved')
  },
}
export const CallsChangedByColleague: Story = {
  ...wide,
  render: () => settings('calls', { updateOrganization: () => problem(409, 'version_conflict') }),
  play: async ({ canvasElement }) => {
    await turnCaptionsOn(canvasElement)
    await waitFor(() => deepQuery(canvasElement, 'form ul'), 'the settings now')
  },
}
export const CallsNotSaved: Story = {
  ...wide,
  render: () => settings('calls', { updateOrganization: () => problem(403, 'vendor_not_permitted') }),
  play: async ({ canvasElement }) => {
    await turnCaptionsOn(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the problem')
  },
}
export const OrderSets: Story = { ...wide, render: () => settings('orders') }
export const OrderSet: Story = {
  ...wide,
  render: () => settings('orders'),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li:nth-child(2) .btn'),
}
export const NewOrderSet: Story = {
  ...wide,
  render: () => settings('orders'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'ul + div .btn')
    await clickOn(canvasElement, 'form .primary')
  },
}
/** The prescription of a set, with a number that is out of range. */
export const OrderSetPrescription: Story = {
  ...wide,
  render: () => settings('orders'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'li:nth-child(2) .btn')
    await clickOn(canvasElement, '[aria-labelledby=prescriptions-heading] li .btn')
    const refills = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#refills'), 'the form')
    refills.value = '13'
    refills.dispatchEvent(new Event('input', { bubbles: true }))
    await clickOn(canvasElement, '[role=group] .row > .btn')
  },
}
export const Names: Story = { ...wide, render: () => settings('names') }
export const NamesOfOne: Story = {
  ...wide,
  render: () =>
    settings('names', {
      getPractitioner: async (input) => ({
        ...((await createSampleWorld().handlersFor('practitioner').getPractitioner!(input)) as Practitioner),
        name: { given: 'Jo', family: 'Sample' },
        otherNames: [{ use: 'maiden', given: 'Jo', family: 'Specimen' }],
      }),
    }),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li:first-child .btn'),
}
export const Photos: Story = { ...wide, render: () => settings('photos', withPhoto) }
export const PhotoOfAnotherType: Story = {
  ...wide,
  render: () => settings('photos', withPhoto),
  play: async ({ canvasElement }) => {
    const input = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, 'input[type=file]'), 'the field')
    const files = new DataTransfer()
    files.items.add(new File(['x'], 'letter.pdf', { type: 'application/pdf' }))
    input.files = files.files
    input.dispatchEvent(new Event('change'))
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the refusal')
  },
}
export const Macros: Story = {
  ...wide,
  render: () => settings('macros'),
  play: ({ canvasElement }) => clickOn(canvasElement, 'li .btn:last-child'),
}
export const NewMacro: Story = {
  ...wide,
  render: () => settings('macros'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'ul + div .btn')
    await clickOn(canvasElement, 'form .primary')
  },
}
export const Loading: Story = { ...wide, render: () => settings('orders', { listOrderSets: never }) }
export const NotAnAdministrator: Story = {
  ...wide,
  render: () =>
    withProvider(createSampleWorld().client('practitioner'), html`<visit-clinic-settings></visit-clinic-settings>`),
}
