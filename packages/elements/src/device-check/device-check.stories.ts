import { html } from 'lit'
import '../define/device-check.ts'
import { clickOn, type Story, type StoryMeta } from '../../test/story.ts'
import { fakeDevices, rejectDevices } from '../../test/fake-devices.ts'

const meta: StoryMeta = { title: 'Patient/Device check' }
export default meta

const check = html`<visit-device-check></visit-device-check>`

/** Runs the check with these fake devices. */
const checkedWith =
  (error: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const restore = fakeDevices(rejectDevices(error))
    await clickOn(canvasElement, '.begin')
    await new Promise((resolve) => setTimeout(resolve, 100))
    restore()
  }

export const NotStarted: Story = { render: () => check }
export const Ready: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await clickOn(canvasElement, '.play')
    await clickOn(canvasElement, '.heard')
  },
}
export const Blocked: Story = { render: () => check, play: checkedWith('NotAllowedError') }
export const NoDevices: Story = { render: () => check, play: checkedWith('NotFoundError') }
export const DevicesInUse: Story = { render: () => check, play: checkedWith('NotReadableError') }
export const NoSound: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await clickOn(canvasElement, '.play')
    await clickOn(canvasElement, '.silent')
  },
}
export const Finished: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.begin')
    await clickOn(canvasElement, '.play')
    await clickOn(canvasElement, '.heard')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await clickOn(canvasElement, '.finish')
  },
}
