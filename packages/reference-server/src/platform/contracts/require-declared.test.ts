import { expect, it } from 'vitest'
import { requireDeclared } from './require-declared.ts'
import { eventTypes, sampleEvent } from './sample-event.testing.ts'

it('accepts every declared payload', () => {
  expect(eventTypes.length).toBeGreaterThan(80)
  for (const type of eventTypes) requireDeclared(sampleEvent(type) as Parameters<typeof requireDeclared>[0])
})

it('refuses an undeclared property that a spread adds', () => {
  const { type, data } = sampleEvent('directory.patient-changed')
  const family = 'Fictional'
  expect(() => requireDeclared({ type, data: { ...data, ...{ family } } })).toThrow(
    'The contract declares no property family of the event directory.patient-changed.',
  )
})
