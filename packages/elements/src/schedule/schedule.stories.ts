import { html } from 'lit'
import { never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { addVisitAt, asFrontDesk, fullWorld, TODAY } from '../../test/schedule-page.ts'
import { clickOn, deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/schedule.ts'

const meta: StoryMeta = { title: 'Clinician/Schedule' }
export default meta

const shown = (world: SampleWorld = fullWorld(), handlers: TestHandlers = {}, period = 'day') =>
  withProvider(
    world.client('practitioner', handlers),
    html`<visit-schedule period=${period as 'day'}></visit-schedule>`,
  )

/** Texts in the languages of the stories. */
const AWAY = /I am away|Estoy ausente|أنا غائب/
const CHECK = /Show which visits|Ver qué consultas|عرض الزيارات المتأثرة/
const SAVE = /Save, and|Guardar y|حفظ، و/
const HOURS = /Hours and time off|Horario y ausencias|ساعات العمل والغياب/
const MOVE = /^\s*(Move|Cambiar|نقل)\s/
const CANCEL = /^\s*(Cancel|Cancelar|إلغاء)\s/

const toAffected = async (root: HTMLElement): Promise<void> => {
  await clickOn(root, 'button[aria-label="Later"], button[aria-label="Después"], button[aria-label="التالي"]')
  await waitFor(() => deepQuery(root, '#day-2026-11-26'), 'the next day')
  await press(root, AWAY)
  await press(root, CHECK)
  await waitFor(() => deepQuery(root, '[part="affected"]'), 'the visits')
}

export const MyDay: Story = { render: () => shown(), width: 900 }

export const MyWeek: Story = { render: () => shown(fullWorld(), {}, 'week'), width: 1000 }

export const FrontDeskChooses: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, asFrontDesk(world))
  },
  width: 900,
}

export const ConsentMissing: Story = {
  render: () => {
    const world = fullWorld()
    const one = world.state.appointments.find(({ id }) => id === `visit-${TODAY}-13:00`)
    if (one) one.refusedConsents = ['telehealth-treatment']
    return shown(world)
  },
  width: 900,
}

export const InterpreterMissing: Story = {
  render: () => {
    const world = fullWorld()
    for (const one of world.state.appointments.filter(({ status }) => status === 'booked'))
      one.missingInterpreter = { language: 'es' }
    return shown(world)
  },
  width: 900,
}

export const CaptionsNeeded: Story = {
  render: () => {
    const world = fullWorld()
    const booked = world.state.appointments.filter(({ status }) => status === 'booked')
    for (const [place, one] of booked.entries())
      Object.assign(one, {
        modality: 'video',
        missingCaptioner: place % 2 === 1 ? { reason: 'captioner-invited' } : {},
      })
    return shown(world)
  },
  width: 900,
}

export const VisitOpened: Story = {
  render: () => shown(fullWorld(), {}, 'week'),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, '[part="grid"], [part="list"]'), 'the week')
    deepQuery(canvasElement, '.block.booked button')?.click()
  },
  width: 1000,
}

export const Away: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => press(canvasElement, AWAY),
  width: 900,
}

export const AwayAffects: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => toAffected(canvasElement),
  width: 900,
}

export const NeedOtherTimes: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await toAffected(canvasElement)
    await press(canvasElement, SAVE)
    await waitFor(() => deepQuery(canvasElement, '[part="needs-time"]'), 'the visits that need another time')
  },
  width: 900,
}

export const HoursAndTimeOff: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => press(canvasElement, HOURS),
  width: 900,
}

export const ChooseNewTime: Story = {
  render: () => shown(),
  play: async ({ canvasElement }) => {
    await press(canvasElement, MOVE)
    await waitFor(() => deepQuery(canvasElement, 'button.slot'), 'free times')
  },
  width: 900,
}

export const AskToCancel: Story = {
  render: () => shown(),
  play: ({ canvasElement }) => press(canvasElement, CANCEL),
  width: 900,
}

const requestedWorld = (): SampleWorld => {
  const world = fullWorld()
  const asked = addVisitAt(world, TODAY, '14:00', 7)
  Object.assign(asked, { status: 'requested', answerBy: asked.changeableUntil })
  return world
}

export const AnswerRequest: Story = {
  render: () => shown(requestedWorld()),
  play: ({ canvasElement }) => press(canvasElement, /^\s*(Answer|Responder|رد)\s/),
  width: 900,
}

export const Loading: Story = { render: () => shown(fullWorld(), { getAvailability: never }), width: 900 }

export const OutOfReach: Story = {
  render: () => shown(fullWorld(), { getAvailability: () => problem(0, 'connection_failed') }),
  width: 900,
}
