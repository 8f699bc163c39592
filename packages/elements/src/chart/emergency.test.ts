import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { show } from '../../test/show-chart.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

const reads = [
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

/** A chart that the clinician may read only while an emergency access is open. */
const showRefused = async (more: TestHandlers = {}) => {
  const server = { world: createSampleWorld() }
  const isOpen = (): boolean =>
    server.world.state.emergencies.some(({ endedAt, until }) => endedAt === undefined && Date.parse(until) > Date.now())
  const handlers = Object.fromEntries(
    reads.map((operation) => [
      operation,
      (input: never) =>
        isOpen()
          ? (server.world.handlersFor('practitioner')[operation] as (given: never) => unknown)(input)
          : problem(403, 'no_treatment_relationship', { owners: [] }),
    ]),
  ) as TestHandlers
  const shown = await show({ ...handlers, ...more })
  server.world = shown.world
  await waitFor(() => pageText().includes('You do not treat this patient'), 'the refusal')
  return shown
}
const chart = () => deepQuery(document.body, 'visit-chart')
const fill = async (): Promise<void> => {
  await tabTo('Reason')
  await userEvent.keyboard('{ArrowDown}')
  await tabTo('What happened')
  await userEvent.keyboard('Found unconscious at the door.')
}

describe('a chart of no patient of theirs', () => {
  test('opens in an emergency with the keyboard alone, says so all the while, and closes when it is ended', async () => {
    const { bodyOf } = await showRefused()
    const announced = recordAnnouncements(chart())
    await pressKeyOn('Open in an emergency')
    await focusComesTo('Open this chart in an emergency')
    expect(pageText()).toContain('The patient is told at once, and reads your name and the reason you choose.')
    await fill()
    await pressKeyOn('Open the chart')
    await waitFor(() => pageText().includes('60 minutes left, until'), 'the banner')
    await waitFor(() => pageText().includes('Allergies'), 'the chart')
    expect(bodyOf('openEmergencyAccess')).toEqual({
      reason: 'life-at-risk',
      text: 'Found unconscious at the door.',
    })
    expect(announced[0]).toMatch(/^The chart is open to you until \d+:\d\d/)
    expect(pageText()).toContain('The patient’s life or health is in danger')
    await pressKeyOn('End now')
    await waitFor(() => pageText().includes('You do not treat this patient'), 'the refusal again')
    expect(pageText()).not.toContain('minutes left')
    expect(announced.at(-1)).toBe('The emergency access has ended. The chart is closed.')
  })

  test('is refused once, by whichever part is refused first', async () => {
    const refused = () => problem(403, 'no_treatment_relationship', { owners: [] })
    await show({ getPatient: () => new Promise<never>(() => undefined), listReportedMedications: refused })
    await waitFor(() => pageText().includes('You do not treat this patient'), 'the refusal')
    expect(pageText()).not.toContain('Allergies')
  })

  test('says what is missing, and sends nothing', async () => {
    const { client } = await showRefused()
    await press(document.body, 'Open in an emergency')
    await waitFor(() => deepQuery(document.body, '#emergency-text'), 'the form')
    await press(document.body, 'Open the chart')
    await focusComesTo('Reason')
    expect(pageText()).toContain('Choose the reason.')
    expect(pageText()).toContain('Write in a few words what happened.')
    await tabTo('What happened')
    await userEvent.keyboard('short')
    await press(document.body, 'Open the chart')
    expect(client.calls.filter(({ operationId }) => operationId === 'openEmergencyAccess')).toEqual([])
    await press(document.body, 'Cancel')
    await settled()
    expect(deepQuery(document.body, '#emergency-text')).toBeNull()
  })

  test('closes by itself when the hour is over', async () => {
    const { client, world } = await showRefused()
    await press(document.body, 'Open in an emergency')
    await waitFor(() => deepQuery(document.body, '#emergency-text'), 'the form')
    await fill()
    await press(document.body, 'Open the chart')
    await waitFor(() => pageText().includes('60 minutes left'), 'the banner')
    const [open] = world.state.emergencies
    if (!open) throw new Error('nothing was opened')
    open.until = new Date(Date.now() + 300).toISOString()
    client.emitLive({
      type: 'emergency-access.changed',
      ids: { emergencyAccessId: open.id, patientId: open.patientId },
    })
    await waitFor(() => pageText().includes('You do not treat this patient'), 'the refusal again')
    expect(pageText()).not.toContain('left, until')
  })

  test('is not offered to those who may not', async () => {
    const { getMe } = createSampleWorld().handlersFor('practitioner')
    await showRefused({
      getMe: async (input) => {
        const me = (await getMe?.(input)) as Me
        return { ...me, permissions: me.permissions.filter((each) => each !== 'emergency-access:open') }
      },
    })
    await settled()
    expect(pageText()).not.toContain('Open in an emergency')
  })
})

test('a chart that was open before the page was loaded has its banner', async () => {
  const world = createSampleWorld()
  await show({
    listOwnEmergencyAccesses: () => ({
      items: [
        {
          id: 'emergency-1',
          patientId: world.ids.patientId,
          openedBy: { memberId: 'member-jo', displayName: 'Dr. Jo Sample' },
          reason: 'cannot-answer',
          from: new Date(Date.now() - 1_500_000).toISOString(),
          until: new Date(Date.now() + 2_090_000).toISOString(),
        },
      ],
    }),
  })
  await waitFor(() => pageText().includes('35 minutes left, until'), 'the banner')
})
