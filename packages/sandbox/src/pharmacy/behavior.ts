/** How a pharmacy of the sandbox behaves. Omitted properties are as in `defaultBehavior`. */
export interface Behavior {
  /** The immediate response to a message. `silence` receives it and never responds; `unsigned` responds without a signature. */
  readonly answer: 'status' | 'verify' | 'error' | 'silence' | 'nonsense' | 'unsigned'
  /** Of an `error`. 600 and 602 allow a retry. */
  readonly errorCode: string
  /** How many messages get that `error`; later ones are accepted. Null for all. */
  readonly errorTimes: number | null
  /** Delay of the immediate response. Milliseconds. */
  readonly answerAfter: number
  /** Confirms later that the pharmacy has the prescription. */
  readonly verifies: boolean
  /** Reports later that the pharmacy cannot fill it. */
  readonly refusesLater: boolean
  /** What the pharmacy does with the prescription; null does nothing. */
  readonly fills: 'Dispensed' | 'PartiallyDispensed' | 'NotDispensed' | 'Transferred' | null
  /** Between the steps. Milliseconds. */
  readonly stepAfter: number
  /** Every message of the pharmacy is sent twice, with the same id. */
  readonly repeats: boolean
  /** The response to a cancellation: by the state of the prescription, or always the same. `ignores` never responds. */
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

/** Pharmacies with a fixed behavior, for a demonstration. The others have the default. */
export const behaviorOverrides: Readonly<Record<string, Partial<Behavior>>> = {
  '9900002': { fills: 'PartiallyDispensed' },
  '9900003': { stepAfter: 20_000 },
  '9900004': { answer: 'error', errorCode: '900' },
  '9900005': { verifies: false, fills: null, cancels: 'ignores' },
}
