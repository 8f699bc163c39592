import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, textOf, until } from '../../test/people-in-room.ts'
import { press } from '../../test/story.ts'

afterEach(unmount)

const inEmergency = () => {
  const world = createSampleWorld({ stage: 'admitted' })
  world.state.visits[0]!.emergencyAdmission = { reason: 'cannot-decide', at: new Date().toISOString() }
  return world
}

test.each([
  ['patient', 'before you could agree to care by video'],
  ['practitioner', 'without the consent of the patient'],
] as const)('%s: the visit says that it began in an emergency', async (person, words) => {
  const { world } = await joinAlone(person, {}, false, inEmergency())
  await until(person, words)
  if (person === 'practitioner') return expect(textOf(person)).not.toContain('Read the consent')
  const asked: unknown[] = []
  elementOf(person).addEventListener('visit-consent-requested', (event) => asked.push((event as CustomEvent).detail))
  await press(elementOf(person).parentElement as Element, 'Read the consent')
  const { visitId, patientId } = world.ids
  expect(asked).toEqual([{ visitId, patientId, purposes: 'telehealth-treatment', state: 'OH' }])
})

test('a patient whose seat is refused without the consent can read it from there', async () => {
  const { world } = await joinAlone('patient', { takeSeat: () => problem(409, 'consent_missing') }, false)
  await press(document.body, 'Join the visit')
  await until('patient', 'Telehealth was not agreed to')
  const asked: unknown[] = []
  elementOf('patient').addEventListener('visit-consent-requested', (event) => asked.push((event as CustomEvent).detail))
  await press(elementOf('patient').parentElement as Element, 'Read the consent')
  const { visitId, patientId } = world.ids
  expect(asked).toEqual([{ visitId, patientId, purposes: 'telehealth-treatment', state: 'OH' }])
})
