import { html, type TemplateResult } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/provider.ts'
import '../define/video-room.ts'
import { refuseUntilCovered } from '../../test/refuse-until-covered.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Both/Video room' }
export default meta

type Person = 'patient' | 'practitioner'

const room = (world: SampleWorld, person: Person, more: TestHandlers = {}, autojoin = false): TemplateResult =>
  withProvider(
    world.client(person, more),
    html`<visit-video-room visit-id=${world.ids.visitId ?? ''} ?autojoin=${autojoin}></visit-video-room>`,
  )

/** Both participants of one visit on one page, with a real connection between them. */
const both = (): TemplateResult => {
  const world = createSampleWorld({ stage: 'admitted' })
  return html`${room(world, 'practitioner', {}, true)}${room(world, 'patient', {}, true)}`
}

export const BeforeJoining: Story = { render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient') }
export const Alone: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', {}, true),
}
export const ClinicianAlone: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'practitioner', {}, true),
}
export const Together: Story = {
  width: 960,
  render: both,
  play: async ({ canvasElement }) => {
    await waitFor(
      () => (deepQuery<HTMLVideoElement>(canvasElement, 'video[part="remote-video"]')?.readyState ?? 0) >= 2,
      'a picture of the other person',
    )
    await new Promise((resolve) => setTimeout(resolve, 600))
  },
}
export const Emergency: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'practitioner', {}, true),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.call-help'),
}
export const Ending: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'practitioner', {}, true),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.end-visit'),
}
export const Left: Story = {
  width: 960,
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', {}, true),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.leave'),
}
export const CannotJoin: Story = {
  render: () =>
    room(createSampleWorld({ stage: 'admitted' }), 'patient', { takeSeat: () => problem(503, 'vendor_unavailable') }),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.join'),
}
export const OfAColleague: Story = {
  width: 960,
  render: () => {
    const world = createSampleWorld({ stage: 'admitted' })
    return room(world, 'practitioner', refuseUntilCovered(world, 'not_assigned', ['takeSeat']))
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '.btn.join')
    await clickOn(canvasElement, '.banner .stack > div:not(.tight, .row) > .btn')
    await waitFor(() => deepQuery(canvasElement, '#cover-reason'), 'the step')
  },
}
export const Over: Story = { render: () => room(createSampleWorld({ stage: 'ended' }), 'patient') }
export const Loading: Story = {
  render: () => room(createSampleWorld({ stage: 'admitted' }), 'patient', { getVisit: never }),
}
