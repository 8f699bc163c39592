import { randomUUID } from 'node:crypto'
import { habits, obliging, type Behaviour } from './behaviour.ts'
import { Outbox, wait, type OutboxOptions } from './outbox.ts'
import { contradictsText } from './read-directions.ts'
import type { ReceivedScript } from './read-script.ts'
import { renamed, writeScript, type Content } from './write-script.ts'

/** A prescription on a pharmacy's shelf. */
interface Shelved {
  /** The message that brought it, to which everything about it relates. */
  readonly received: ReceivedScript
  fillsLeft: number
  cancelled: boolean
}

export interface NetworkAnswer {
  readonly status: number
  readonly body: Uint8Array
  readonly signed: boolean
}

/** A medicine as far as it is another than the one that was prescribed; `rxcui` null leaves its code out. */
export interface Dispensed {
  readonly description?: string
  readonly rxcui?: string | null
  readonly quantity?: string
  /** That the pharmacy asks for; it names none where this is absent. */
  readonly refills?: string
}

export interface Proposed extends Dispensed {
  readonly description: string
  readonly rxcui: string
  readonly requestCode?: string
}

const brings = ['NewRx', 'RxRenewalResponse', 'RxChangeResponse']
const networkId = 'SANDBOX'

/** The network between one health system and the pharmacies, and the pharmacies themselves. */
export class PharmacyNetwork {
  readonly outbox: Outbox
  readonly received: ReceivedScript[] = []
  readonly #clock: () => Date
  readonly #accountId: string
  readonly #behaviours = new Map<string, Partial<Behaviour>>(Object.entries(habits))
  readonly #errorsGiven = new Map<string, number>()
  readonly #shelf = new Map<string, Shelved>()
  /** The first answer to each message: a repeat gets it again. */
  readonly #answers = new Map<string, NetworkAnswer>()
  readonly #stopping = new AbortController()

  constructor(accountId: string, outbox: OutboxOptions) {
    this.#accountId = accountId
    this.#clock = outbox.clock
    this.outbox = new Outbox(outbox)
  }

  behaviourOf(pharmacyId: string): Behaviour {
    return { ...obliging, ...this.#behaviours.get(pharmacyId) }
  }
  behave(pharmacyId: string, behaviour: Partial<Behaviour>): void {
    this.#behaviours.set(pharmacyId, behaviour)
    this.#errorsGiven.delete(pharmacyId)
  }

  /** Prescriptions that were taken, by the message that brought them. */
  get shelf(): ReadonlyMap<string, Readonly<Pick<Shelved, 'fillsLeft' | 'cancelled'>>> {
    return this.#shelf
  }

  stop(): void {
    this.#stopping.abort()
    this.outbox.stop()
  }

  /** What the network says at once. Null for no answer at all. */
  async take(message: ReceivedScript, isPharmacy: boolean): Promise<NetworkAnswer | null> {
    this.received.push(message)
    const behaviour = this.behaviourOf(message.to)
    await wait(behaviour.answerAfter, this.#stopping.signal)
    const known = this.#answers.get(message.messageId)
    if (known) return known
    if (!isPharmacy) return this.#settle(message, this.#say(message, 'Error', '601', 'Pharmacy unknown.'))
    const { directions, text } = message
    if (directions !== null && text.sig !== null && contradictsText(directions, text.sig))
      return this.#settle(
        message,
        this.#say(message, 'Error', '900', 'The parts of the directions contradict the words.'),
      )
    if (behaviour.answer === 'error' && this.#mayErr(message.to, behaviour)) {
      const error = this.#say(message, 'Error', behaviour.errorCode, 'Refused by the sandbox.')
      // "Try again later" means that the same message may be taken then.
      return behaviour.errorCode === '600' || behaviour.errorCode === '602' ? error : this.#settle(message, error)
    }
    if (behaviour.answer === 'nonsense') return { status: 200, body: new TextEncoder().encode('<oops'), signed: true }
    if (behaviour.answer === 'unsigned') return { ...this.#say(message, 'Status', '000'), signed: false }
    const answer = this.#say(
      message,
      behaviour.answer === 'verify' ? 'Verify' : 'Status',
      behaviour.answer === 'verify' ? '010' : '000',
    )
    this.#settle(message, answer)
    void this.#work(message, behaviour)
    return behaviour.answer === 'silence' ? null : answer
  }

  /** `RxFill` about a prescription that a message brought. */
  fill(messageId: string, status: NonNullable<Behaviour['fills']>, note: string | null = null): void {
    const shelved = this.#onShelf(messageId)
    const { received } = shelved
    if (status === 'Dispensed') shelved.fillsLeft -= 1
    this.#tell(received, 'RxFill', [
      ['FillStatus', [[status, note === null ? '' : [['Note', note]]]]],
      ...subject(received),
      renamed(received.medication, 'MedicationDispensed'),
    ])
  }

  /** For what was prescribed, or for what the pharmacy says that it handed out. */
  requestRenewal(messageId: string, dispensed: Dispensed = {}): void {
    const { received } = this.#onShelf(messageId)
    const isAsPrescribed = Object.keys(dispensed).length === 0
    this.#tell(received, 'RxRenewalRequest', [
      ...subject(received),
      isAsPrescribed
        ? renamed(received.medication, 'MedicationDispensed')
        : medicationOf('MedicationDispensed', received, dispensed),
    ])
  }

  requestChange(messageId: string, { requestCode = 'T', ...proposed }: Proposed): void {
    const { received } = this.#onShelf(messageId)
    this.#tell(received, 'RxChangeRequest', [
      ['MessageRequestCode', requestCode],
      ...subject(received),
      renamed(received.medication, 'MedicationPrescribed'),
      medicationOf('MedicationRequested', received, proposed),
    ])
  }

  verify(messageId: string): void {
    this.#tell(this.#onShelf(messageId).received, 'Verify', [['VerifyStatus', [['Code', '010']]]])
  }

  answerCancel(messageId: string, relatesTo: ReceivedScript, approved: boolean): void {
    const shelved = this.#shelf.get(messageId)
    if (shelved && approved) shelved.cancelled = true
    const denied: Content = [
      ['ReasonCode', 'AR'],
      ['DenialReason', 'Already handed out.'],
    ]
    this.#tell(relatesTo, 'CancelRxResponse', [['Response', [approved ? ['Approved', ''] : ['Denied', denied]]]])
  }

  #onShelf(messageId: string): Shelved {
    const shelved = this.#shelf.get(messageId)
    if (!shelved) throw new Error('no such prescription')
    return shelved
  }

  #mayErr(pharmacyId: string, { errorTimes }: Behaviour): boolean {
    const given = this.#errorsGiven.get(pharmacyId) ?? 0
    this.#errorsGiven.set(pharmacyId, given + 1)
    return errorTimes === null || given < errorTimes
  }

  #settle(message: ReceivedScript, answer: NetworkAnswer): NetworkAnswer {
    this.#answers.set(message.messageId, answer)
    return answer
  }

  /** What happens behind the counter, step by step. */
  async #work(message: ReceivedScript, behaviour: Behaviour): Promise<void> {
    const step = async (): Promise<boolean> => {
      await wait(behaviour.stepAfter, this.#stopping.signal)
      return !this.#stopping.signal.aborted
    }
    if (message.type === 'CancelRx') return this.#cancel(message, behaviour, step)
    if (!brings.includes(message.type) || message.approved === false) return
    this.#shelf.set(message.messageId, { received: message, fillsLeft: message.refills + 1, cancelled: false })
    if (behaviour.refusesLater && (await step()))
      return this.#tell(message, 'Error', [
        ['Code', '900'],
        ['Description', 'The pharmacy does not have this medicine.'],
      ])
    if (behaviour.verifies && (await step())) this.verify(message.messageId)
    if (behaviour.fills !== null && (await step()) && !this.#onShelf(message.messageId).cancelled)
      this.fill(message.messageId, behaviour.fills)
  }

  async #cancel(message: ReceivedScript, { cancels }: Behaviour, step: () => Promise<boolean>): Promise<void> {
    if (cancels === 'ignores' || !(await step())) return
    const brought = message.relatesToMessageId ?? ''
    const shelved = this.#shelf.get(brought)
    const approved =
      cancels === 'approves' || (cancels === 'by-shelf' && shelved !== undefined && shelved.fillsLeft > 0)
    this.answerCancel(brought, message, approved)
  }

  /** A message of a pharmacy about one that it received. */
  #tell(about: ReceivedScript, type: string, content: Content): void {
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
    const times = this.behaviourOf(about.to).repeats ? 2 : 1
    for (let time = 0; time < times; time += 1)
      this.outbox.send({ messageId, type, relatesToMessageId: about.messageId }, bytes)
  }

  #say(
    message: ReceivedScript,
    type: 'Status' | 'Error' | 'Verify',
    code: string,
    description?: string,
  ): NetworkAnswer {
    const said: Content[] = [
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
      body: [type, type === 'Verify' ? [['VerifyStatus', said]] : said],
    })
    return { status: 200, body, signed: true }
  }
}

const subject = ({ patient, pharmacy, prescriber }: ReceivedScript): Content[] => [patient, pharmacy, prescriber]

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
