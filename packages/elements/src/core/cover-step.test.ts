import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { colleague, refuseUntilCovered } from '../../test/refuse-until-covered.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import { show as showChart } from '../../test/show-chart.ts'
import { show as showNote, textOf } from '../../test/write-note.ts'
import '../define/provider.ts'
import '../define/queue.ts'
import '../define/video-room.ts'

afterEach(unmount)

const chartReads = [
  'getPatient',
  'listAllergies',
  'listConditions',
  'listPrescriptions',
  'listLabResults',
  'listPatientNotes',
  'listPatientVitals',
  'listOutcomes',
  'getCarePlan',
] as const

/** Opens a colleague's queue without permission. */
const show = async (owners?: readonly string[], more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'waiting' })
  const client = world.client('practitioner', {
    ...refuseUntilCovered(world, 'not_assigned', ['getQueue'], owners),
    ...more,
  })
  await mount(withProvider(client, html`<visit-queue practitioner-id=${colleague.id}></visit-queue>`))
  await waitFor(() => pageText().includes('This belongs to a colleague'), 'the refusal')
  const started = () => client.calls.filter(({ operationId }) => operationId === 'startCover')
  return { world, client, started }
}
const choose = async (selector: string, value: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, selector), selector)
  field.value = value
  field.dispatchEvent(new Event('change'))
  await settled()
}

describe('a colleague’s work', () => {
  test('shows a refusal with a remedy, and opens after taking cover, with the keyboard alone', async () => {
    const { started } = await show()
    expect(pageText()).toContain('Ask them to hand it over, or take cover for them if it cannot wait.')
    const announced = recordAnnouncements(deepQuery(document.body, 'visit-queue'))
    await pressKeyOn('Take cover')
    await focusComesTo(`Take cover for ${colleague.displayName}`)
    expect(pageText()).toContain(`${colleague.displayName} sees at once that you cover, and patients see it`)
    await tabTo('Why')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await pressKeyOn('Take cover')
    await waitFor(() => pageText().includes('Waiting now'), 'the queue')
    expect(started().map(({ body }) => body)).toMatchObject([{ practitionerId: colleague.id, reason: 'on-leave' }])
    const { until = '' } = (started()[0]?.body ?? {}) as { until?: string }
    expect(Math.round((Date.parse(until) - Date.now()) / 60_000)).toBe(4 * 60 - 1)
    expect(announced[0]).toMatch(/^You cover for Dr. Lee Placeholder until \d+:\d\d/)
    await waitFor(() => pageText().includes('You cover for Dr. Lee Placeholder until'), 'who covers')
  })

  test('requires a reason for cover: the field shows that and gets the focus, and nothing is sent', async () => {
    const { started } = await show()
    await press(document.body, 'Take cover')
    await waitFor(() => deepQuery(document.body, '#cover-reason'), 'the step')
    await press(document.body.querySelector('visit-queue')?.shadowRoot as ParentNode, 'Cancel')
    await settled()
    expect(deepQuery(document.body, '#cover-reason')).toBeNull()
    await press(document.body, 'Take cover')
    await waitFor(() => deepQuery(document.body, '.cover-step .primary'), 'the step')
    deepQuery(document.body, '.cover-step .primary')?.click()
    await focusComesTo('Why')
    expect(pageText()).toContain('Choose why you take cover.')
    expect(started()).toEqual([])
  })

  test('can be chosen among several practitioners', async () => {
    const { started } = await show(['practitioner-lee', 'practitioner-max'])
    await press(document.body, 'Take cover')
    await choose('.cover-step select', 'practitioner-max')
    await choose('#cover-reason', 'emergency')
    expect(pageText()).toContain('Dr. Max Specimen sees at once that you cover')
    deepQuery(document.body, '.cover-step .primary')?.click()
    await waitFor(() => started().length === 1, 'the call')
    expect(started()[0]?.body).toMatchObject({ practitionerId: 'practitioner-max', reason: 'emergency' })
  })

  test('is retried with the same key when there was no response', async () => {
    let tries = 0
    const { world, started } = await show(undefined, {
      startCover: (input) => {
        tries += 1
        const { startCover } = world.handlersFor('practitioner')
        return tries === 1 ? problem(0, 'connection_failed') : (startCover?.(input) as never)
      },
    })
    await press(document.body, 'Take cover')
    await choose('#cover-reason', 'absent')
    deepQuery(document.body, '.cover-step .primary')?.click()
    await waitFor(() => pageText().includes('We could not reach the clinic'), 'why not')
    deepQuery(document.body, '.cover-step .primary')?.click()
    await waitFor(() => pageText().includes('Waiting now'), 'the queue')
    expect(new Set(started().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    expect(started()).toHaveLength(2)
  })

  test('shows why when the user covers for too many colleagues', async () => {
    await show(undefined, { startCover: () => problem(409, 'too_many_covers') })
    await press(document.body, 'Take cover')
    await choose('#cover-reason', 'absent')
    deepQuery(document.body, '.cover-step .primary')?.click()
    await waitFor(() => pageText().includes('You cover for as many colleagues as one person can'), 'why not')
  })

  test('opens when cover was taken on another screen', async () => {
    const { world } = await show()
    await press(document.body, 'Take cover')
    await choose('#cover-reason', 'absent')
    await world.client('practitioner').covers.start({
      practitionerId: colleague.id,
      reason: 'absent',
      until: new Date(Date.now() + 3_600_000).toISOString(),
    })
    deepQuery(document.body, '.cover-step .primary')?.click()
    await waitFor(() => pageText().includes('Waiting now'), 'the queue')
  })

  test('offers no cover to a role without the permission, or without a named practitioner', async () => {
    const { getMe } = createSampleWorld().handlersFor('practitioner')
    await show(undefined, {
      getMe: async (input) => {
        const me = (await getMe?.(input)) as Me
        return { ...me, permissions: me.permissions.filter((permission) => permission !== 'cover:take') }
      },
    })
    await settled()
    expect(pageText()).not.toContain('Take cover')
    await show([])
    await settled()
    expect(pageText()).not.toContain('Take cover')
  })
})

test('keeps text that was typed into a colleague’s note, and saves it after cover is taken', async () => {
  const { world, stored } = await showNote({
    saveNote: (input): never =>
      world.state.covers.length > 0
        ? (world.handlersFor('practitioner').saveNote?.(input) as never)
        : (problem(403, 'not_assigned', { owners: [colleague.id] }) as never),
  })
  await tabTo('Plan')
  await userEvent.keyboard('Rest.{Tab}')
  await waitFor(() => pageText().includes('This belongs to a colleague'), 'the refusal')
  await press(document.body, 'Take cover')
  await choose('#cover-reason', 'at-request')
  deepQuery(document.body, '.cover-step .primary')?.click()
  await waitFor(() => /Saved \d/.test(pageText()), 'the word')
  expect(textOf(await stored(), 'plan')).toBe('Rest.')
})

test('a chart of another practitioner’s patient shows one refusal, and opens completely after cover is taken', async () => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const guarded = refuseUntilCovered(world, 'no_treatment_relationship', chartReads)
  const { startCover } = world.handlersFor('practitioner')
  await showChart({ ...guarded, ...(startCover && { startCover }) })
  await waitFor(() => pageText().includes('You do not treat this patient'), 'the refusal')
  await settled()
  expect(pageText().split('You do not treat this patient')).toHaveLength(2)
  await press(document.body, 'Take cover')
  await choose('#cover-reason', 'off-shift')
  deepQuery(document.body, '.cover-step .primary')?.click()
  await waitFor(() => pageText().includes('Allergies'), 'the chart')
  expect(pageText()).not.toContain('You do not treat this patient')
})

test('after a refused act the person is asked to repeat it, and it is not repeated for them', async () => {
  const world = createSampleWorld({ stage: 'waiting' })
  const client = world.client('practitioner', refuseUntilCovered(world, 'not_assigned', ['pauseQueue']))
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  await press(document.body, 'Pause my queue')
  await press(document.body, 'Take cover')
  await choose('#cover-reason', 'workload')
  deepQuery(document.body, '.cover-step .primary')?.click()
  await waitFor(() => pageText().includes('Now do again what you were about to do.'), 'what to do')
  expect(client.calls.filter(({ operationId }) => operationId === 'pauseQueue')).toHaveLength(1)
})

test('a practitioner sees live who covers for them, and ends it', async () => {
  const world = createSampleWorld({ stage: 'waiting' })
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'listCovers'), 'the first look')
  await settled()
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-queue'))
  const cover = {
    id: 'cover-live',
    kind: 'cover',
    practitioner: { id: 'practitioner-jo', displayName: 'Dr. Jo Sample' },
    coveredBy: { memberId: 'member-lee', displayName: 'Dr. Lee Placeholder' },
    reason: 'absent',
    from: new Date().toISOString(),
    until: new Date(Date.now() + 3_600_000).toISOString(),
  } as const
  world.state.covers.push({ ...cover })
  client.emitLive({ type: 'cover.changed', ids: { coverId: cover.id, practitionerId: 'practitioner-jo' } })
  await waitFor(() => pageText().includes('Dr. Lee Placeholder covers for you until'), 'who covers')
  expect(announced).toContain('Dr. Lee Placeholder covers for you now.')
  await press(document.body, 'End cover by Dr. Lee Placeholder')
  await waitFor(() => !pageText().includes('covers for you until'), 'that it is gone')
  expect(announced.at(-1)).toBe('The cover has ended.')
})
