import { html } from 'lit'
import '../define/device-check.ts'
import { clickOn, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Patient/Device check' }
export default meta

const check = html`<visit-device-check></visit-device-check>`

/** Pretends that the browser answers like this for as long as the story is shown. */
const withDevices = async (getUserMedia: MediaDevices['getUserMedia'], run: () => Promise<void>): Promise<void> => {
  const real = navigator.mediaDevices.getUserMedia
  navigator.mediaDevices.getUserMedia = getUserMedia
  try {
    await run()
    await new Promise((resolve) => setTimeout(resolve, 100))
  } finally {
    navigator.mediaDevices.getUserMedia = real
  }
}
const refusing = (name: string) => () => Promise.reject(new DOMException('', name))

export const BeforeIt: Story = { render: () => check }
export const Ready: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.btn.start')
    await clickOn(canvasElement, '.btn.heard')
  },
}
export const Blocked: Story = {
  render: () => check,
  play: ({ canvasElement }) => withDevices(refusing('NotAllowedError'), () => clickOn(canvasElement, '.btn.start')),
}
export const NothingPluggedIn: Story = {
  render: () => check,
  play: ({ canvasElement }) => withDevices(refusing('NotFoundError'), () => clickOn(canvasElement, '.btn.start')),
}
export const NoSound: Story = {
  render: () => check,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.btn.start')
    await clickOn(canvasElement, '.btn.silent')
  },
}
