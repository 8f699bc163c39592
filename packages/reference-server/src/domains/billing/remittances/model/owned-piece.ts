import { piecesOfFile } from './pieces-of-file.ts'

/** Of a claim here: whose it is. */
export interface ClaimOwner {
  readonly claimId: string
  readonly patientId: string
}

/** A part of a file, with its place in the file, and whose it is. */
export interface OwnedPiece {
  readonly at: number
  readonly text: string
  readonly patientId: string | null
  readonly claimId: string | null
}

/** What was made of one transaction of a file. */
export interface FileOutcome {
  readonly kind:
    | 'remittance'
    | 'claim-acknowledgments'
    | 'file-acknowledgment'
    | 'interchange-acknowledgment'
    | 'claim-statuses'
    | 'unreadable'
  /** `repeated`: it was received before, and changed nothing. */
  readonly effect: 'applied' | 'repeated' | 'held'
  /** Of a payment: its id here. */
  readonly id?: string
  /** How many claims of it wait for a person. */
  readonly held: number
}

/**
 * The parts of a file, each with the claim here that it is about. A part about several patients, or about none of ours, has no owner. What a
 * part says of the person is not compared: it decides under which key the bytes are, and nothing else.
 */
export const ownedPieces = (
  content: string,
  ownerOf: (claimNumber: string) => ClaimOwner | undefined,
): readonly OwnedPiece[] =>
  piecesOfFile(content).map(({ text, claimNumbers }, at) => {
    const owners = claimNumbers.map(ownerOf)
    const [owner] = owners
    const isOne = owner !== undefined && owners.every((each) => each?.patientId === owner.patientId)
    return isOne ? { at, text, ...owner } : { at, text, patientId: null, claimId: null }
  })
