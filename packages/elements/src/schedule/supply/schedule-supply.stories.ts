import { html } from 'lit'
import type { Closure } from '@visitkit/sdk'
import type { SampleWorld, TestHandlers } from '@visitkit/sdk/testing'
import { asAdministrator, asDesk, withResources } from '../../../test/clinic-world.ts'
import { addVisitAt, fullWorld, TODAY, TOMORROW } from '../../../test/schedule-page.ts'
import { clickOn, deepQuery, press, waitFor, withProvider, type Story, type StoryMeta } from '../../../test/story.ts'
import '../../define/provider.ts'
import '../../define/schedule.ts'

const meta: StoryMeta = { title: 'Clinician/Schedule: closures and rooms' }
export default meta

const shown = (world: SampleWorld, handlers: TestHandlers = {}) =>
  withProvider(world.client('practitioner', handlers), html`<visit-schedule></visit-schedule>`)

/** Texts in the languages of the stories. */
const CLOSURES = /^\s*(Closures|Cierres|أيام الإغلاق)/
const ADD_CLOSURE = /Add a closure|Agregar un cierre|إضافة إغلاق/
const REMOVE = /^\s*(Remove|Quitar|إزالة)\s/
const HOURS = /Hours and time off|Horario y ausencias|ساعات العمل والغياب/
const DAYS = /Days with other hours|Días con otro horario|أيام بساعات أخرى/
const ADD_DAY = /Add a day|Agregar un día|إضافة يوم/
const ROOMS = /Rooms and interpreters|Salas e intérpretes|الغرف والمترجمون/
const ADD_RESOURCE = /Add a room|Agregar una sala|إضافة غرفة/
const CHANGE = /^\s*(Change|Cambiar|تغيير)\s/

const holiday: Closure = {
  ...{ from: '2026-12-24T00:00', to: '2026-12-27T00:00' },
  name: [
    { language: 'en', text: 'Winter holidays' },
    { language: 'es', text: 'Fiestas de invierno' },
  ],
}
const meeting: Closure = {
  ...{ from: '2026-12-02T12:00', to: '2026-12-02T14:00' },
  name: [{ language: 'en', text: 'Staff meeting' }],
}

const withClosures = (): TestHandlers => ({
  getClosures: () => ({ zone: 'America/New_York', items: [meeting, holiday], version: 1 }),
})

const toClosures = async (root: HTMLElement): Promise<void> => {
  await press(root, CLOSURES)
  await waitFor(() => deepQuery(root, '[part="closures"], form, p.card'), 'the closures')
}

export const Closures: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, { ...asDesk(world), ...withClosures() })
  },
  play: ({ canvasElement }) => toClosures(canvasElement),
  width: 900,
}

export const ClosureAffects: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, asDesk(world))
  },
  play: async ({ canvasElement }) => {
    await toClosures(canvasElement)
    await press(canvasElement, ADD_CLOSURE)
    const name = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '[name=closure]'), 'the name')
    name.value = 'Thanksgiving'
    name.dispatchEvent(new Event('input'))
    await clickOn(canvasElement, 'form button[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '[part="affected"]'), 'the visits')
  },
  width: 900,
}

export const ClosureInTwoLanguages: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, {
      ...asDesk(world),
      getClosures: () => ({ zone: 'America/New_York', items: [holiday], version: 1 }),
    })
  },
  play: async ({ canvasElement }) => {
    await toClosures(canvasElement)
    await press(canvasElement, CHANGE)
  },
  width: 900,
}

export const RemoveClosure: Story = {
  render: () => {
    const world = fullWorld()
    return shown(world, { ...asDesk(world), ...withClosures() })
  },
  play: async ({ canvasElement }) => {
    await toClosures(canvasElement)
    await press(canvasElement, REMOVE)
  },
  width: 900,
}

export const DayWithOtherHours: Story = {
  render: () => shown(fullWorld()),
  play: async ({ canvasElement }) => {
    await press(canvasElement, HOURS)
    await press(canvasElement, DAYS)
    await press(canvasElement, ADD_DAY)
    await clickOn(canvasElement, 'form button[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '[part="affected"]'), 'the visits')
  },
  width: 900,
}

const shownRooms = () => {
  const world = fullWorld()
  const { stored: _, ...handlers } = withResources()
  return shown(world, { ...asDesk(world), ...handlers })
}

export const Rooms: Story = {
  render: shownRooms,
  play: async ({ canvasElement }) => {
    await press(canvasElement, ROOMS)
    await waitFor(() => deepQuery(canvasElement, '[part="resources"]'), 'the rooms')
  },
  width: 900,
}

export const AddInterpreter: Story = {
  render: shownRooms,
  play: async ({ canvasElement }) => {
    await press(canvasElement, ROOMS)
    await press(canvasElement, ADD_RESOURCE)
    const kind = await waitFor(() => deepQuery<HTMLSelectElement>(canvasElement, '#resource-kind'), 'the form')
    kind.value = 'interpreter'
    kind.dispatchEvent(new Event('change'))
    await waitFor(() => deepQuery(canvasElement, '[name=language]'), 'the languages')
  },
  width: 900,
}

export const WhatVisitsTake: Story = {
  render: () => {
    const world = fullWorld()
    const { stored: _, ...handlers } = withResources()
    return shown(world, { ...asAdministrator(world), ...handlers })
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, ROOMS)
    const list = await waitFor(() => deepQuery(canvasElement, '#needs'), 'the visits')
    await press(list.parentElement!, CHANGE)
  },
  width: 900,
}

export const VisitsWithRooms: Story = {
  render: () => {
    const world = fullWorld()
    addVisitAt(world, TODAY, '14:00', 7, {
      resources: [
        { id: 'room-1', kind: 'room', name: 'Room 1' },
        { id: 'interpreter-1', kind: 'interpreter', name: 'Sasha Placeholder' },
      ],
      seriesId: 'series-1',
    })
    addVisitAt(world, '2026-12-02', '14:00', 7, { seriesId: 'series-1' })
    addVisitAt(world, TOMORROW, '08:00', 7, { seriesId: 'series-1' })
    return shown(world)
  },
  play: ({ canvasElement }) => waitFor(() => deepQuery(canvasElement, '[part="tools"]'), 'the tools').then(() => {}),
  width: 900,
}
