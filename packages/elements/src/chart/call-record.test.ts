import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, type SampleWorld } from '@visitkit/sdk/testing'
import { mount, settled, unmount } from '../../test/mount.ts'
import { part } from '../../test/show-chart.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'

/* What the browsers of a visit reported is shown to the clinician, in words. */

afterEach(unmount)

const showFor = async (world: SampleWorld, isWithVisit = true): Promise<void> => {
  await mount(
    withProvider(
      world.client('practitioner'),
      html`<visit-chart
        patient-id=${world.ids.patientId}
        .visitId=${isWithVisit ? (world.ids.visitId ?? '') : undefined}
      ></visit-chart>`,
    ),
  )
  await settled()
}

test('what went wrong in a call is in the chart, on whose side and how often, while it happens', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const { visitId = '' } = world.ids
  await showFor(world)
  await waitFor(() => part('call').includes('No one has been in the room.'), 'the empty room')

  const patient = world.client('patient')
  const seat = await patient.visits.takeSeat(visitId)
  await waitFor(() => part('call').includes('No trouble was reported.'), 'the quiet call')

  await patient.visits.recordTroubles(visitId, seat.id, {
    troubles: [
      { trouble: 'no-path', count: 1 },
      { trouble: 'no-sound', count: 3 },
    ],
  })
  await waitFor(() => part('call').includes('The network let nothing through'), 'the trouble')
  expect(part('call')).toMatch(
    /The patient’s side.*to the other person\s*1 time\s.*The sound of the other person did not arrive\s*3 times/,
  )
  expect(part('call')).not.toContain('The clinician’s side')
})

test('a chart without a visit has no call', async () => {
  await showFor(createSampleWorld({ stage: 'ended' }), false)
  expect(deepQuery(document.body, '#outcomes')).not.toBeNull()
  expect(deepQuery(document.body, '#call')).toBeNull()
})
