import { createPublicKey } from 'node:crypto'
import type { SimulatedWitness } from '../../../../sandbox/src/witness/start-witness.ts'
import { anyHost } from '../egress/any-host.testing.ts'
import { testCaller, testRow, type TestPlatform } from '../tests/create-platform.testing.ts'
import { createWitness, type Witness } from './witness.ts'
import { listCheckpointsAfter } from './write-checkpoint.ts'

/** With which the deployment of a test shows the witness who it is. */
export const witnessToken = 'the-token-of-this-deployment'

export const witnessAt = (simulated: SimulatedWitness): Witness =>
  createWitness({
    url: simulated.url,
    publicKey: createPublicKey(simulated.publicKey),
    token: async () => witnessToken,
    outgoing: anyHost,
  })

/** Writes rows, and signs them. */
export const signRows = async ({ platform }: TestPlatform, count: number): Promise<void> => {
  const caller = testCaller()
  for (let index = 0; index < count; index += 1) await platform.ledger.append([testRow(caller, `patient-${index}`)])
  await platform.checkpointer.checkpointNow()
}

export const checkpointsOf = ({ platform }: TestPlatform) =>
  listCheckpointsAfter(platform.database.readerAcross('audit'), 0)
