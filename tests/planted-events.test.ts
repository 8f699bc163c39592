import { describe, expect, it } from 'vitest'
import { compilePlanted } from './planted/compile-planted.ts'

const reaction = 'packages/reference-server/src/domains/scheduling/reactions/planted.ts'
const compileReaction = (event: string, body: string): string[] =>
  compilePlanted(
    reaction,
    `import { onEvent } from '../../../platform/contracts/reaction.ts'
    export const planted = onEvent()(['${event}'], 'scheduling.planted', {
      keep: async ({ data }, _, { emit }) => { ${body} },
    })`,
  )

/** What is said of the right way would hide what is said of the wrong one. */
describe('a reaction compiles', () => {
  const emitted = `await emit({ type: 'scheduling.availability-changed', data: { practitionerId: data.patientId, version: 1 } })`

  it('with the names of the contract', () => {
    expect(compileReaction('consent.consent-revoked', emitted)).toEqual([])
  })

  it('not with the name of an event that the contract does not know', () => {
    expect(compileReaction('consent.consent-revokd', emitted).join('\n')).toContain(`'"consent.consent-revokd"'`)
  })

  it('not with a property that the payload does not have', () => {
    const read = compileReaction('consent.consent-revoked', 'await Promise.resolve(data.patientID)')
    expect(read.join('\n')).toContain(`'patientID' does not exist`)
  })

  it('not when it emits a payload of another event', () => {
    const wrong = `await emit({ type: 'scheduling.availability-changed', data: { practitionerId: data.patientId, revision: 1 } })`
    expect(compileReaction('consent.consent-revoked', wrong)).not.toEqual([])
  })
})
