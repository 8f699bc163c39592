/** How a pharmacy of the sandbox behaves. What is left out is as in `obliging`. */
export interface Behavior {
  /** What the network says at once to a message. `silence` takes it and never answers; `unsigned` answers without proof. */
  readonly answer: 'status' | 'verify' | 'error' | 'silence' | 'nonsense' | 'unsigned'
  /** Of an `error`. 600 and 602 ask to try again. */
  readonly errorCode: string
  /** How many messages get that `error`; after it they are taken. Null for all. */
  readonly errorTimes: number | null
  /** Before the answer at once. Milliseconds. */
  readonly answerAfter: number
  /** Tells later that the pharmacy has the prescription. */
  readonly verifies: boolean
  /** Says later that the pharmacy cannot take it. */
  readonly refusesLater: boolean
  /** What the pharmacy does with the prescription; null leaves it on the shelf. */
  readonly fills: 'Dispensed' | 'PartiallyDispensed' | 'NotDispensed' | 'Transferred' | null
  /** Between the steps. Milliseconds. */
  readonly stepAfter: number
  /** Every message of its own is sent twice, with the same id. */
  readonly repeats: boolean
  /** Of a cancellation: as the shelf says, or always one. `ignores` never answers it. */
  readonly cancels: 'by-shelf' | 'approves' | 'denies' | 'ignores'
}

export const defaultBehavior: Behavior = {
  answer: 'status',
  errorCode: '900',
  errorTimes: null,
  answerAfter: 0,
  verifies: true,
  refusesLater: false,
  fills: 'Dispensed',
  stepAfter: 1_500,
  repeats: false,
  cancels: 'by-shelf',
}

/** Pharmacies with a habit, for a demonstration. The rest are obliging. */
export const behaviorOverrides: Readonly<Record<string, Partial<Behavior>>> = {
  '9900002': { fills: 'PartiallyDispensed' },
  '9900003': { stepAfter: 20_000 },
  '9900004': { answer: 'error', errorCode: '900' },
  '9900005': { verifies: false, fills: null, cancels: 'ignores' },
}
