import { html } from 'lit'
import { never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { fillForStory, group, sensitive, withMinor, withRoom } from '../../../test/new-visit-samples.ts'
import { addVisitAt, fullWorld } from '../../../test/schedule-page.ts'
import { clickOn, deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../../test/story.ts'
import '../../define/provider.ts'
import '../../define/schedule.ts'

const meta: StoryMeta = { title: 'Clinician/Schedule, new visit' }
export default meta

const shown = (world: SampleWorld = fullWorld(), handlers: TestHandlers = {}) =>
  withProvider(world.client('practitioner', handlers), html`<visit-schedule></visit-schedule>`)

/** Texts in the languages of the stories. */
const NEW = /New visit|Consulta nueva|زيارة جديدة/
const REPEATS = /The visit repeats|La consulta se repite|الزيارة تتكرر/
const LOOK = /Show the visits|Ver las consultas|عرض الزيارات/
const OTHER = /Another time|Otro horario|وقت آخر/
const HOLD = /Hold this time|Apartar este horario|حجز هذا الوقت/

const toForm = async (root: HTMLElement, typeId: string, places?: readonly number[]): Promise<void> => {
  await press(root, NEW)
  await fillForStory(root, typeId, places)
}

const toTimes = async (root: HTMLElement, typeId: string, places?: readonly number[]): Promise<void> => {
  await toForm(root, typeId, places)
  await clickOn(root, '.btn.primary[type="submit"]')
  await waitFor(() => deepQuery(root, '.slot.first'), 'free times')
}

const toConfirm = async (root: HTMLElement, typeId: string, places?: readonly number[]): Promise<void> => {
  await toTimes(root, typeId, places)
  await clickOn(root, '.slot.first')
  await clickOn(root, '.bar .btn.primary')
  await waitFor(() => deepQuery(root, 'dl'), 'the facts')
}

const setField = async (root: HTMLElement, selector: string, value: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, selector), selector)
  field.value = value
  field.dispatchEvent(new Event('change'))
}

const withTypes = (): SampleWorld => {
  const world = fullWorld()
  world.state.moreVisitTypes.push(withRoom, group)
  for (const [clock, index] of [
    ['10:00', 3],
    ['10:30', 4],
    ['11:00', 5],
  ] as const)
    addVisitAt(world, '2026-11-27', clock, index, { visitTypeId: group.id })
  return world
}

export const Empty: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => press(canvasElement, NEW),
  width: 900,
}

export const Filled: Story = {
  render: () => shown(withTypes()),
  play: ({ canvasElement }) => toForm(canvasElement, withRoom.id, [1]),
  width: 900,
}

export const Missing: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, NEW)
    await waitFor(() => deepQuery(canvasElement, '#find-patient'), 'the form')
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
  },
  width: 900,
}

export const Times: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => toTimes(canvasElement, 'visit-type-new'),
  width: 900,
}

export const Group: Story = {
  render: () => shown(withTypes()),
  play: async ({ canvasElement }) => {
    await toTimes(canvasElement, group.id)
    await waitFor(() => deepQuery(canvasElement, '[part="groups"]'), 'the groups')
  },
  width: 900,
}

export const Refused: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toTimes(canvasElement, 'visit-type-new')
    await press(canvasElement, OTHER)
    await setField(canvasElement, '#day', '2026-11-27')
    await setField(canvasElement, '#clock', '07:00')
    await press(canvasElement, HOLD)
    await waitFor(() => deepQuery(canvasElement, '[part="override"]'), 'the refusal')
  },
  width: 900,
}

export const Check: Story = {
  render: () => shown(withTypes()),
  play: ({ canvasElement }) => toConfirm(canvasElement, withRoom.id, [1]),
  width: 900,
}

const withSensitive = (): SampleWorld => {
  const world = fullWorld()
  world.state.moreVisitTypes.push(sensitive)
  return world
}

export const MinorAlone: Story = {
  render: () => {
    const world = withSensitive()
    return shown(world, withMinor(world))
  },
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement, sensitive.id, [2])
    await clickOn(canvasElement, '#minor-alone')
  },
  width: 900,
}

export const MinorAloneRefused: Story = {
  render: () => {
    const world = withSensitive()
    return shown(world, { ...withMinor(world), bookAppointment: () => problem(409, 'minor_consent_not_allowed') })
  },
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement, sensitive.id, [2])
    await clickOn(canvasElement, '#minor-alone')
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the refusal')
  },
  width: 900,
}

export const MinorAloneBooked: Story = {
  render: () => {
    const world = withSensitive()
    return shown(world, withMinor(world))
  },
  play: async ({ canvasElement }) => {
    await toConfirm(canvasElement, sensitive.id, [2])
    await clickOn(canvasElement, '#minor-alone')
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '.banner.ok'), 'what was booked')
  },
  width: 900,
}

export const Family: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => toConfirm(canvasElement, 'visit-type-new', [0, 2]),
  width: 900,
}

export const Series: Story = {
  render: () => {
    const world = fullWorld()
    addVisitAt(world, '2026-12-08', '10:30', 3)
    return shown(world)
  },
  play: async ({ canvasElement }) => {
    await toForm(canvasElement, 'visit-type-new')
    await press(canvasElement, REPEATS)
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
    await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#first-day')?.value, 'the first day')
    await setField(canvasElement, '#first-day', '2026-12-01')
    await setField(canvasElement, '#series-clock', '10:30')
    await press(canvasElement, LOOK)
    await waitFor(() => deepQuery(canvasElement, '[part="occurrences"]'), 'the visits')
  },
  width: 900,
}

export const Loading: Story = {
  render: () => shown(fullWorld(), { listVisitTypes: never }),
  play: ({ canvasElement }) => press(canvasElement, NEW),
  width: 900,
}

export const OutOfReach: Story = {
  render: () => shown(fullWorld(), { listVisitTypes: () => problem(0, 'connection_failed') }),
  play: ({ canvasElement }) => press(canvasElement, NEW),
  width: 900,
}

export const ElsewhereNoLicense: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toForm(canvasElement, 'visit-type-new')
    await setField(canvasElement, '#state', 'AZ')
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '.banner'), 'what can be done')
  },
}

export const ElsewhereConfirm: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toForm(canvasElement, 'visit-type-new')
    await setField(canvasElement, '#state', 'KY')
    await setField(canvasElement, '#practitioner', '')
    await clickOn(canvasElement, '.btn.primary[type="submit"]')
    await clickOn(canvasElement, '.slot.first')
    await clickOn(canvasElement, '.bar .btn.primary')
    await waitFor(() => deepQuery(canvasElement, 'dl'), 'the facts')
  },
}
