import { html } from 'lit'
import { problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { asDesk } from '../../../test/clinic-world.ts'
import { fullWorld } from '../../../test/schedule-page.ts'
import { deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../../test/story.ts'
import '../../define/provider.ts'
import '../../define/schedule.ts'

const meta: StoryMeta = { title: 'Clinician/Schedule: if the system is down' }
export default meta

/** Texts in the languages of the stories. */
const DOWNTIME = /If the system is down|Si el sistema falla|إذا تعطل النظام/
const SAVE = /Save as a page|Guardar como página|حفظ كصفحة/

const shown = (world: SampleWorld, more: TestHandlers = {}) =>
  withProvider(world.client('practitioner', { ...asDesk(world), ...more }), html`<visit-schedule></visit-schedule>`)

const onList = async (root: HTMLElement): Promise<void> => {
  await press(root, DOWNTIME)
  await waitFor(() => deepQuery(root, '[part="downtime"]'), 'the list')
}

export const TodayAndTomorrow: Story = {
  render: () => shown(fullWorld()),
  play: ({ canvasElement }) => onList(canvasElement),
  width: 1100,
}

/** A patient asked to be called only at one number. */
export const OnlyNumber: Story = {
  render: () => {
    const world = fullWorld()
    world.state.contactChoice = {
      ...world.state.contactChoice,
      ...{ calls: 'only', callPhone: '+16145550199', leaveMessage: false, addressAs: 'Alex' },
    }
    return shown(world)
  },
  play: ({ canvasElement }) => onList(canvasElement),
  width: 1100,
}

export const Saved: Story = {
  render: () => shown(fullWorld()),
  play: async ({ canvasElement }) => {
    await onList(canvasElement)
    await press(canvasElement, SAVE)
  },
  width: 1100,
}

export const Refused: Story = {
  render: () => shown(fullWorld(), { exportDowntimeList: () => problem(503, 'audit_unavailable') }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, DOWNTIME)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the problem')
  },
  width: 900,
}
