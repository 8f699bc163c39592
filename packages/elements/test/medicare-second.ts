import type { Claim, Payer } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

const medicare: Payer = {
  ...{ id: 'payer-federal', name: 'Sample Federal Medicare', kind: 'medicare', payerId: 'SMPL9' },
  timelyFilingDays: 365,
}

/** A claim of the sample world that waits for Medicare. Its coverage was added before anyone was asked for the reason. */
export const medicareSecond = (): TestHandlers => {
  const world = createSampleWorld().handlersFor('practitioner')
  const awaiting = (claim: Claim): Claim => {
    const waitsFor = claim.nextPayer?.waitsFor
    return waitsFor
      ? { ...claim, nextPayer: { ...claim.nextPayer, answers: [], waitsFor: { ...waitsFor, payer: medicare } } }
      : claim
  }
  return {
    ...world,
    getClaim: async (input) => awaiting((await world.getClaim?.(input)) as Claim),
    sendToNextPayer: async (input) => (await world.sendToNextPayer?.(input)) as Claim,
  }
}
