import { userEvent } from 'vitest/browser'
import type { Me } from '@visitkit/sdk'
import type { SampleWorld, TestClient, TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from './keyboard.ts'
import { inside, showSchedule, until } from './schedule-page.ts'
import { press, waitFor } from './story.ts'

/** A member of staff who may not book outside the rules. */
export const withoutOverride = (world: SampleWorld): TestHandlers => ({
  getMe: async (input) => {
    const me = (await world.handlersFor('practitioner').getMe!(input)) as Me
    return { ...me, permissions: me.permissions.filter((one) => one !== 'appointment:override') }
  },
})

/** Opens "New visit" with the keyboard. */
export const openNewVisit = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = await showSchedule(world, handlers)
  await pressKeyOn('New visit')
  await focusComesTo('New visit')
  await waitFor(() => inside('#find-patient'), 'the form')
  return client
}

/** Finds a patient with the keyboard. The sample finds everyone, in one order: Robin, Alex, Kim. */
export const findPatient = async (place: number): Promise<void> => {
  const before = inside('[part="patients"]')?.querySelectorAll('li').length ?? 0
  if (inside('#find-patient') !== inside('#find-patient:focus')) await tabTo(/Find the patient|Add another patient/)
  await userEvent.keyboard('Sample')
  await waitFor(() => inside('[role="option"]'), 'patients')
  await userEvent.keyboard(`${'{ArrowDown}'.repeat(place)}{Enter}`)
  await waitFor(() => (inside('[part="patients"]')?.querySelectorAll('li').length ?? 0) > before, 'the patient')
}

export const chooseType = (name: string): Promise<void> =>
  userEvent.selectOptions(inside<HTMLSelectElement>('#type')!, name)

/** To the free times of a kind of visit for Robin Example. */
export const toTimes = async (type = 'New concern'): Promise<void> => {
  await findPatient(0)
  await chooseType(type)
  await press(document.body, 'Find times')
  await waitFor(() => inside('.slot:not(.first)'), 'free times')
}

/** Types a time in the step "Another time". */
export const typeTime = async (day: string, clock: string): Promise<void> => {
  await press(document.body, 'Another time')
  await until('Hold this time')
  await userEvent.fill(inside<HTMLInputElement>('#day')!, day)
  await userEvent.fill(inside<HTMLInputElement>('#clock')!, clock)
  await press(document.body, 'Hold this time')
}
