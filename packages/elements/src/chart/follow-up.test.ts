import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { unmount } from '../../test/mount.ts'
import { part, show } from '../../test/show-chart.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import type { Me } from '@visitkit/sdk'

afterEach(unmount)

test('tasks, referrals and the care plan are in the chart', async () => {
  await show()
  await waitFor(() => part('follow-up').includes('Care plan'), 'the plan')
  expect(part('follow-up')).toMatch(/Ask about a referral\s*Urgent\s*Overdue/)
  expect(part('follow-up')).toMatch(/Ask how the new tablets are taken\s*due .*for Dr\. Jo Sample/)
  expect(part('follow-up')).toMatch(/Sample Heart Center\s*Overdue\s*Accepted\s*Does the heart explain/)
  expect(part('follow-up')).toMatch(
    /Blood pressure below 130\/80.*Goal.*Measure at home each morning\s*Patient, in progress/,
  )
})

test('a task is completed with the keyboard alone, and leaves the list', async () => {
  const { bodyOf } = await show()
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-chart'))
  await waitFor(() => part('follow-up').includes('Ask how'), 'the task')
  await pressKeyOn('Done: Ask how the new tablets are taken')
  await focusComesTo('Follow-up')
  await waitFor(() => !part('follow-up').includes('Ask how'), 'the shorter list')
  expect(bodyOf('changeTask')).toEqual({ status: 'done', version: 1 })
  expect(announced).toEqual(['Done. It is off the list.'])
})

test('a task that was completed on another screen shows that in its place, and is read again', async () => {
  await show({ changeTask: () => problem(409, 'task_ended') })
  await waitFor(() => part('follow-up').includes('Ask how'), 'the task')
  await press(deepQuery(document.body, '[aria-labelledby=follow-up]') ?? document.body, 'Done')
  await waitFor(() => deepQuery(document.body, '[aria-labelledby=follow-up] [role=alert]'), 'the reason')
})

test('updates after changes on other screens', async () => {
  const { world } = await show()
  await waitFor(() => part('follow-up').includes('Ask how'), 'the task')
  await world.client('practitioner').tasks.change('task-call', { status: 'done', version: 1 })
  await waitFor(() => !part('follow-up').includes('Ask how'), 'the shorter list')
})

test('a user without the permission to complete tasks sees them without the button', async () => {
  const { getMe } = createSampleWorld({ stage: 'in-visit' }).handlersFor('practitioner')
  await show({ getMe: async (input) => ({ ...((await getMe?.(input)) as Me), permissions: ['chart:read'] }) })
  await waitFor(() => part('follow-up').includes('Ask how'), 'the task')
  expect(deepQuery(document.body, '[aria-labelledby=follow-up] button')).toBeNull()
})

test('shows a text when nothing is open', async () => {
  const none = () => ({ items: [], nextCursor: null })
  await show({
    listTasks: none,
    listReferrals: none,
    getCarePlan: ({ path }) => ({ patientId: path.patientId, goals: [], activities: [], version: 0 }),
  })
  await waitFor(() => part('follow-up').includes('No tasks, referrals or care plan.'), 'the words')
})

test('a user without access to it still sees the other parts', async () => {
  await show({ listTasks: () => problem(403, 'forbidden') })
  await waitFor(() => part('follow-up').includes('This is not open to you'), 'the refusal')
  expect(part('medicines')).toContain('lisinopril')
})
