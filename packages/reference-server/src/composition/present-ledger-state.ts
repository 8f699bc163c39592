import type { components } from '@visitkit/contract'
import type { CheckpointerState } from '../platform/audit/create-checkpointer.ts'

type Schemas = components['schemas']

const faults = {
  checkpoint_missing: 'checkpoint-missing',
  checkpoint_differs: 'checkpoint-differs',
  witness_newer: 'witness-newer',
  witness_differs: 'witness-differs',
} as const satisfies Record<NonNullable<CheckpointerState['fault']>, Schemas['LedgerFault']>

/** What the signer of the ledger knows, as the contract shows it. */
export const presentLedgerState = ({ lastCheckpoint, fault, witness }: CheckpointerState): Schemas['LedgerState'] => ({
  ...(lastCheckpoint && { checkpoint: { number: lastCheckpoint.number, signedAt: lastCheckpoint.at } }),
  ...(fault && { fault: faults[fault] }),
  ...(witness && { witness: { state: witness.state, checkpoint: witness.number } }),
})
