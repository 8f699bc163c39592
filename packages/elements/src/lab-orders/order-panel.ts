import type { TemplateResult } from 'lit'
import type { LabOrder, LabTest, VisitClient } from '@visitkit/sdk'
import { DiagnosisSearch, type ChosenDiagnosis } from '../core/diagnosis-search.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { PatientLabel } from '../core/patient-label.ts'
import { problemView } from '../core/problem-view.ts'
import { readVisitDiagnoses } from '../core/read-visit-diagnoses.ts'
import { SearchBox } from '../core/search-box.ts'
import type { VisitElement } from '../core/visit-element.ts'
import {
  labOrderBody,
  laboratoryOf,
  emptyOrder,
  validateOrder,
  withDiagnosis,
  withoutTest,
  withTest,
  type OrderDraft,
} from './order-draft.ts'
import { orderForm, type LabOrdersTranslate } from './order-form.ts'

/** The element of the panel. Without a patient it shows an inbox without orders. */
interface OrderHost extends VisitElement {
  readonly patientId: string | undefined
  readonly visitId: string | undefined
  /** Of the note; undefined if they are not known. */
  readonly diagnoses: readonly ChosenDiagnosis[] | undefined
  /** Codes of tests to begin with. */
  readonly tests: readonly string[] | undefined
}

/** Writes and places an order: the searches, the form and its faults. */
export class OrderPanel {
  readonly #host: OrderHost
  readonly #t: LabOrdersTranslate
  readonly #client: () => VisitClient | null
  readonly #placed: (order: LabOrder) => void
  readonly #closed: () => void
  readonly #placing: Loader<LabOrder>
  readonly #keys = new IdempotencyKeys()
  readonly #tests: SearchBox<LabTest>
  readonly #diagnoses: DiagnosisSearch
  #offered: readonly ChosenDiagnosis[] = []
  #draft: OrderDraft | null = null
  #showsFaults = false

  constructor(
    host: OrderHost,
    t: LabOrdersTranslate,
    client: () => VisitClient | null,
    { placed, closed }: { readonly placed: (order: LabOrder) => void; readonly closed: () => void },
  ) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#placed = placed
    this.#closed = closed
    this.#placing = new Loader(host)
    this.#tests = new SearchBox<LabTest>(host, {
      find: async (search, signal) => {
        const laboratory = this.#draft && laboratoryOf(this.#draft)
        const query = { search, limit: 20, ...(laboratory && { laboratoryId: laboratory.id }) }
        return (await client()?.labs.tests(query, { signal }))?.items ?? []
      },
      picked: (test) => this.#write((draft) => withTest(draft, test)),
    })
    this.#diagnoses = new DiagnosisSearch(host, {
      find: (search, signal) => client()?.notes.diagnosisCodes({ search }, { signal }),
      offered: () => this.#offered.filter(({ code }) => !this.#draft?.diagnoses.some((one) => one.code === code)),
      picked: (diagnosis) => this.#write((draft) => withDiagnosis(draft, diagnosis)),
    })
  }

  get isOpen(): boolean {
    return this.#draft !== null
  }

  reset(): void {
    this.#draft = null
    this.#offered = []
    this.#showsFaults = false
    this.#placing.reset()
    this.#keys.done()
    this.#tests.clear()
    this.#diagnoses.clear()
  }

  async open(): Promise<void> {
    this.#draft ??= emptyOrder
    this.#showsFaults = false
    this.#placing.reset()
    await moveFocus(this.#host, '#add-test')
    await this.#prefill()
  }

  /** Offers the diagnoses of the note, and takes the only one; begins with the tests that the page names. */
  async #prefill(): Promise<void> {
    const client = this.#client()
    const { patientId, visitId, diagnoses, tests: wanted = [] } = this.#host
    if (!client || !patientId) return
    const [offered, tests] = await Promise.all([
      diagnoses ?? (visitId ? readVisitDiagnoses(client, patientId, visitId) : []),
      Promise.all(wanted.map((code) => this.#test(client, code))),
    ])
    this.#offered = offered
    this.#write((draft) => ({
      ...draft,
      diagnoses: draft.diagnoses.length === 0 && offered.length === 1 ? offered : draft.diagnoses,
      tests: draft.tests.length === 0 ? tests.flatMap((test) => test ?? []) : draft.tests,
    }))
  }

  /** Undefined for a test that the laboratory does not have. */
  async #test(client: VisitClient, code: string): Promise<LabTest | undefined> {
    const found = await client.labs.tests({ search: code, limit: 20 }).catch(() => null)
    return found?.items.find((test) => test.code === code)
  }

  async #close(): Promise<void> {
    this.#draft = null
    this.#placing.reset()
    this.#host.requestUpdate()
    this.#closed()
    await moveFocus(this.#host, '#new')
  }

  #write(change: (draft: OrderDraft) => OrderDraft): void {
    if (this.#draft) this.#draft = change(this.#draft)
    this.#host.requestUpdate()
  }

  async #place(): Promise<void> {
    const client = this.#client()
    const { patientId, visitId } = this.#host
    const draft = this.#draft
    if (!client || !patientId || !draft || this.#placing.busy) return
    const [first] = validateOrder(draft)
    this.#showsFaults = first !== undefined
    this.#host.requestUpdate()
    if (first === 'tests') return moveFocus(this.#host, '#add-test')
    if (first === 'diagnoses') return moveFocus(this.#host, '#add-diagnosis')
    if (first) return moveFocus(this.#host, `[id="answer-${first.replace('/', '-')}"]`)
    const body = labOrderBody(draft, visitId)
    // After a lost response the same order must not reach the laboratory twice.
    const placed = await this.#placing.run(() => client.labs.order(patientId, body, this.#keys.for('order', body)))
    if (!placed) return
    this.#keys.done()
    this.#placed(placed)
    await this.#close()
    this.#host.announce(this.#t('placed'))
  }

  /** @param patient - The patient, named again where the order is placed. */
  render(patient: PatientLabel): TemplateResult | null {
    const draft = this.#draft
    if (!draft) return null
    const { busy, problem } = this.#placing
    return orderForm({
      t: this.#t,
      tag: this.#host.language.tag,
      draft,
      who: patient.render(),
      faults: this.#showsFaults ? validateOrder(draft) : [],
      tests: this.#tests,
      diagnoses: this.#diagnoses,
      busy,
      problem: problem ? problemView(this.#host, problem, { texts: this.#t }) : null,
      onChange: (changed) => this.#write(() => changed),
      onRemoveTest: (code) => {
        this.#write((now) => withoutTest(now, code))
        void moveFocus(this.#host, '#add-test')
      },
      onRemoveDiagnosis: (code) => {
        this.#write((now) => ({ ...now, diagnoses: now.diagnoses.filter((one) => one.code !== code) }))
        void moveFocus(this.#host, '#add-diagnosis')
      },
      onPlace: () => void this.#place(),
      onClose: () => void this.#close(),
    })
  }
}
