import { randomUUID } from 'node:crypto'
import { behaviorOverrides, defaultBehavior, type Behavior } from './behavior.ts'
import { Outbox, wait, type OutboxOptions } from './outbox.ts'
import { contradictsText } from './read-directions.ts'
import type { ReceivedScript } from './read-script.ts'
import { renameElement, writeScript, type Content } from './write-script.ts'

/** A prescription that a pharmacy holds. */
interface PharmacyPrescription {
  /** The message with the prescription; later messages relate to it. */
  readonly received: ReceivedScript
  fillsLeft: number
  cancelled: boolean
}

export interface NetworkResponse {
  readonly status: number
  readonly body: Uint8Array
  readonly signed: boolean
}

/** How the dispensed medicine differs from the prescribed one; `rxcui` null omits its code. */
export interface Dispensed {
  readonly description?: string
  readonly rxcui?: string | null
  readonly quantity?: string
  /** The refills that the pharmacy requests; omitted when absent. */
  readonly refills?: string
}

export interface Proposed extends Dispensed {
  readonly description: string
  readonly rxcui: string
  readonly requestCode?: string
}

const prescribingTypes = ['NewRx', 'RxRenewalResponse', 'RxChangeResponse']
const networkId = 'SANDBOX'

/** The network between one health system and the pharmacies, and the pharmacies themselves. */
export class PharmacyNetwork {
  readonly outbox: Outbox
  readonly received: ReceivedScript[] = []
  readonly #clock: () => Date
  readonly #accountId: string
  readonly #behaviors = new Map<string, Partial<Behavior>>(Object.entries(behaviorOverrides))
  readonly #errorsSent = new Map<string, number>()
  readonly #prescriptions = new Map<string, PharmacyPrescription>()
  /** The first response to each message: a repeat gets the same one. */
  readonly #answers = new Map<string, NetworkResponse>()
  readonly #stopping = new AbortController()

  constructor(accountId: string, outbox: OutboxOptions) {
    this.#accountId = accountId
    this.#clock = outbox.clock
    this.outbox = new Outbox(outbox)
  }

  behaviorOf(pharmacyId: string): Behavior {
    return { ...defaultBehavior, ...this.#behaviors.get(pharmacyId) }
  }
  setBehavior(pharmacyId: string, behavior: Partial<Behavior>): void {
    this.#behaviors.set(pharmacyId, behavior)
    this.#errorsSent.delete(pharmacyId)
  }

  /** Accepted prescriptions, by the id of the message with the prescription. */
  get prescriptions(): ReadonlyMap<string, Readonly<Pick<PharmacyPrescription, 'fillsLeft' | 'cancelled'>>> {
    return this.#prescriptions
  }

  stop(): void {
    this.#stopping.abort()
    this.outbox.stop()
  }

  /** The immediate response. Null for none. */
  async receive(message: ReceivedScript, isPharmacy: boolean): Promise<NetworkResponse | null> {
    this.received.push(message)
    const behavior = this.behaviorOf(message.to)
    await wait(behavior.answerAfter, this.#stopping.signal)
    const known = this.#answers.get(message.messageId)
    if (known) return known
    if (!isPharmacy) return this.#settle(message, this.#buildResponse(message, 'Error', '601', 'Pharmacy unknown.'))
    const { directions, text } = message
    if (directions !== null && text.sig !== null && contradictsText(directions, text.sig))
      return this.#settle(
        message,
        this.#buildResponse(message, 'Error', '900', 'The parts of the directions contradict the words.'),
      )
    if (behavior.answer === 'error' && this.#mayErr(message.to, behavior)) {
      const error = this.#buildResponse(message, 'Error', behavior.errorCode, 'Refused by the sandbox.')
      // After "try again later" the same message may be accepted.
      return behavior.errorCode === '600' || behavior.errorCode === '602' ? error : this.#settle(message, error)
    }
    if (behavior.answer === 'nonsense') return { status: 200, body: new TextEncoder().encode('<oops'), signed: true }
    if (behavior.answer === 'unsigned') return { ...this.#buildResponse(message, 'Status', '000'), signed: false }
    const answer = this.#buildResponse(
      message,
      behavior.answer === 'verify' ? 'Verify' : 'Status',
      behavior.answer === 'verify' ? '010' : '000',
    )
    this.#settle(message, answer)
    void this.#work(message, behavior)
    return behavior.answer === 'silence' ? null : answer
  }

  /** `RxFill` for the prescription of a message. */
  fill(messageId: string, status: NonNullable<Behavior['fills']>, note: string | null = null): void {
    const prescription = this.#requirePrescription(messageId)
    const { received } = prescription
    if (status === 'Dispensed') prescription.fillsLeft -= 1
    this.#sendMessage(received, 'RxFill', [
      ['FillStatus', [[status, note === null ? '' : [['Note', note]]]]],
      ...subjectElements(received),
      renameElement(received.medication, 'MedicationDispensed'),
    ])
  }

  /** For the prescribed medicine, or for the one that the pharmacy reports as dispensed. */
  requestRenewal(messageId: string, dispensed: Dispensed = {}): void {
    const { received } = this.#requirePrescription(messageId)
    const isAsPrescribed = Object.keys(dispensed).length === 0
    this.#sendMessage(received, 'RxRenewalRequest', [
      ...subjectElements(received),
      isAsPrescribed
        ? renameElement(received.medication, 'MedicationDispensed')
        : medicationOf('MedicationDispensed', received, dispensed),
    ])
  }

  requestChange(messageId: string, { requestCode = 'T', ...proposed }: Proposed): void {
    const { received } = this.#requirePrescription(messageId)
    this.#sendMessage(received, 'RxChangeRequest', [
      ['MessageRequestCode', requestCode],
      ...subjectElements(received),
      renameElement(received.medication, 'MedicationPrescribed'),
      medicationOf('MedicationRequested', received, proposed),
    ])
  }

  verify(messageId: string): void {
    this.#sendMessage(this.#requirePrescription(messageId).received, 'Verify', [['VerifyStatus', [['Code', '010']]]])
  }

  answerCancel(messageId: string, relatesTo: ReceivedScript, approved: boolean): void {
    const prescription = this.#prescriptions.get(messageId)
    if (prescription && approved) prescription.cancelled = true
    const denied: Content = [
      ['ReasonCode', 'AR'],
      ['DenialReason', 'Already dispensed.'],
    ]
    this.#sendMessage(relatesTo, 'CancelRxResponse', [['Response', [approved ? ['Approved', ''] : ['Denied', denied]]]])
  }

  #requirePrescription(messageId: string): PharmacyPrescription {
    const prescription = this.#prescriptions.get(messageId)
    if (!prescription) throw new Error('no such prescription')
    return prescription
  }

  #mayErr(pharmacyId: string, { errorTimes }: Behavior): boolean {
    const given = this.#errorsSent.get(pharmacyId) ?? 0
    this.#errorsSent.set(pharmacyId, given + 1)
    return errorTimes === null || given < errorTimes
  }

  #settle(message: ReceivedScript, answer: NetworkResponse): NetworkResponse {
    this.#answers.set(message.messageId, answer)
    return answer
  }

  /** What the pharmacy does with a prescription, step by step. */
  async #work(message: ReceivedScript, behavior: Behavior): Promise<void> {
    const step = async (): Promise<boolean> => {
      await wait(behavior.stepAfter, this.#stopping.signal)
      return !this.#stopping.signal.aborted
    }
    if (message.type === 'CancelRx') return this.#cancel(message, behavior, step)
    if (!prescribingTypes.includes(message.type) || message.approved === false) return
    this.#prescriptions.set(message.messageId, { received: message, fillsLeft: message.refills + 1, cancelled: false })
    if (behavior.refusesLater && (await step()))
      return this.#sendMessage(message, 'Error', [
        ['Code', '900'],
        ['Description', 'The pharmacy does not have this medicine.'],
      ])
    if (behavior.verifies && (await step())) this.verify(message.messageId)
    if (behavior.fills !== null && (await step()) && !this.#requirePrescription(message.messageId).cancelled)
      this.fill(message.messageId, behavior.fills)
  }

  async #cancel(message: ReceivedScript, { cancels }: Behavior, step: () => Promise<boolean>): Promise<void> {
    if (cancels === 'ignores' || !(await step())) return
    const originalId = message.relatesToMessageId ?? ''
    const prescription = this.#prescriptions.get(originalId)
    const approved =
      cancels === 'approves' || (cancels === 'by-shelf' && prescription !== undefined && prescription.fillsLeft > 0)
    this.answerCancel(originalId, message, approved)
  }

  /** A message from a pharmacy in response to one that it received. */
  #sendMessage(about: ReceivedScript, type: string, content: Content): void {
    const messageId = randomUUID().replaceAll('-', '')
    const bytes = writeScript({
      messageId,
      relatesToMessageId: about.messageId,
      from: { qualifier: 'P', id: about.to },
      to: about.from,
      orderNumber: about.orderNumber,
      sentTime: this.#clock(),
      body: [type, content],
    })
    const times = this.behaviorOf(about.to).repeats ? 2 : 1
    for (let time = 0; time < times; time += 1)
      this.outbox.send({ messageId, type, relatesToMessageId: about.messageId }, bytes)
  }

  #buildResponse(
    message: ReceivedScript,
    type: 'Status' | 'Error' | 'Verify',
    code: string,
    description?: string,
  ): NetworkResponse {
    const parts: Content[] = [
      ['Code', code],
      ...(description === undefined ? [] : [['Description', description] as const]),
    ]
    const body = writeScript({
      messageId: randomUUID().replaceAll('-', ''),
      relatesToMessageId: message.messageId,
      from: { qualifier: 'M', id: networkId },
      to: this.#accountId,
      orderNumber: message.orderNumber,
      sentTime: this.#clock(),
      body: [type, type === 'Verify' ? [['VerifyStatus', parts]] : parts],
    })
    return { status: 200, body, signed: true }
  }
}

const subjectElements = ({ patient, pharmacy, prescriber }: ReceivedScript): Content[] => [
  patient,
  pharmacy,
  prescriber,
]

const medicationOf = (name: string, { text }: ReceivedScript, other: Dispensed): Content => {
  const { description = text.drug ?? '', rxcui = text.rxcui, quantity = text.quantity ?? '1', refills } = other
  const code: Content = [
    ['Code', rxcui],
    ['Qualifier', 'SCD'],
  ]
  return [
    name,
    [
      ['DrugDescription', description],
      rxcui === null ? null : ['DrugCoded', [['DrugDBCode', code]]],
      [
        'Quantity',
        [
          ['Value', quantity],
          ['CodeListQualifier', '38'],
          ['QuantityUnitOfMeasure', [['Code', text.quantityUnit ?? 'C64933']]],
        ],
      ],
      ['Substitutions', '0'],
      refills === undefined ? null : ['NumberOfRefills', refills],
    ],
  ]
}
