import { describe, expect, it } from 'vitest'
import { requireConsistentEvents } from './require-consistent-events.ts'
import { nothingToDo, onEvent } from '../contracts/reaction.ts'

const declared = {
  'directory.patient-changed': { phi: [] },
  'billing.account-changed': { phi: [] },
}
const module = (name: string, more: object = {}) => ({ name, emits: [], reactions: [], live: [], ...more })
const directory = module('directory', { emits: ['directory.patient-changed'] })
const billing = module('billing', { emits: ['billing.account-changed'] })
const check =
  (modules: object[], events: object = declared) =>
  () =>
    requireConsistentEvents(
      modules as Parameters<typeof requireConsistentEvents>[0],
      events as Parameters<typeof requireConsistentEvents>[1],
    )

describe('the server does not start', () => {
  it('unless each event of the contract has one domain that emits it', () => {
    expect(check([directory, billing])).not.toThrow()
    expect(check([directory])).toThrow('billing.account-changed is declared by the contract, and no domain emits it.')
    expect(check([directory, billing, module('labs', { emits: ['billing.account-changed'] })])).toThrow(
      'billing.account-changed is emitted by billing and by labs.',
    )
    expect(check([directory, billing, module('labs', { emits: ['labs.unheard-of'] })])).toThrow(
      'labs.unheard-of is emitted by labs and not declared by the contract.',
    )
  })

  it('with a reaction to, or a live message for, an event that no domain emits', () => {
    const reaction = onEvent()(['billing.account-changed'], 'labs.look-at-account', { keep: async () => undefined })
    const late = module('labs', { reactions: [reaction] })
    expect(check([directory, billing, late])).not.toThrow()
    expect(check([directory, late])).toThrow('labs.look-at-account reacts to billing.account-changed, which no domain')
    const rule = { event: 'billing.account-changed', message: 'account.changed' }
    expect(check([directory, module('billing', { live: [rule] })])).toThrow(
      'billing sends account.changed on billing.account-changed, which no domain emits.',
    )
  })

  it('with a reaction that does nothing, or that both decides and keeps', () => {
    const act = { decide: () => nothingToDo, keep: async () => undefined } as const
    const reactionWith = (steps: object) =>
      module('labs', { reactions: [onEvent()(['billing.account-changed'], 'labs.look-at-account', steps)] })
    const fault = 'labs.look-at-account must have one of decide and keep.'
    expect(check([directory, billing, reactionWith({})])).toThrow(fault)
    expect(check([directory, billing, reactionWith(act)])).toThrow(fault)
    expect(check([directory, billing, reactionWith({ decide: act.decide })])).not.toThrow()
  })

  it('with an event whose payload has protected health information', () => {
    const leaking = { ...declared, 'billing.account-changed': { phi: ['memberNumber'] } }
    expect(check([directory, billing], leaking)).toThrow(
      'billing.account-changed has protected health information: memberNumber.',
    )
  })
})
