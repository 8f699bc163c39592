import type { LedgerFault, WitnessState } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

export const ledgerStateEn = {
  intro: 'The server signs the access log every minute. Anyone who changes a row afterward breaks a signature.',
  signatures: 'Signatures',
  signed: 'Signed',
  stopped: 'Stopped',
  signedLast: 'Signature {number}, {when}',
  signedNever: 'Nothing is signed yet.',
  'fault_checkpoint-missing':
    'The database lacks a signature that the file of signatures has. Rows were removed, or an older copy of the database was restored.',
  'fault_checkpoint-differs': 'The database has another signature than the file of signatures.',
  'fault_witness-newer':
    'The database lacks a signature that the witness has. Rows were removed, or an older copy of the database was restored.',
  'fault_witness-differs': 'The database has another signature than the witness.',
  stoppedText: 'Accesses are still recorded. None is signed until this is settled.',
  stoppedStep: 'Ask who operates the server to run “audit verify”, and report an incident.',
  witness: 'Witness',
  witnessText:
    'Another party keeps the signatures too, so that the owner of the server cannot replace the log and its signatures together.',
  witness_agrees: 'Agrees',
  witness_unreachable: 'Does not answer',
  'witness_not-asked': 'Not asked yet',
  witness_newer: 'Has more',
  witness_differs: 'Differs',
  witnessNone: 'None',
  witnessNoneText: 'The owner of the server could replace the log and its signatures together.',
  witnessNoneStep: 'Ask who operates the server to set up a witness at another party.',
  witnessHas: 'It has signature {number}.',
  witnessHasNone: 'It has no signature yet.',
  witnessWaits: { one: 'One signature waits for it.', other: '{count} signatures wait for it.' },
  unreachableStep: 'If this stays for an hour, ask who operates the server why the witness cannot be reached.',
  lookAgain: 'Look again',
  noProof: 'This is what the server says of itself. “audit verify” proves it, with a second program.',
} as const satisfies Messages & CodeWords<'fault', LedgerFault> & CodeWords<'witness', WitnessState>
