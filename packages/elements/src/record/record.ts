import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues } from 'lit'
import type {
  Allergy,
  LabResult,
  LiveTypePattern,
  NoteSummary,
  Prescription,
  RefillRequest,
  VisitClient,
} from '@visitkit/sdk'
import { ChartPart, type PartLoadContext } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { linePlotStyles } from '../core/plot/line-plot.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { problemView } from '../core/problem-view.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { VisitsPart } from '../visit-recordings/visits-part.ts'
import type { DocumentsPart } from './documents-part.ts'
import { allergyList } from './health-lists.ts'
import { medicineList } from './medicine-list.ts'
import { NoteReading } from './note-reading.ts'
import type { ReportedMedicinesPart } from '../reported-medicines/reported-medicines-part.ts'
import { RefillPart } from './refill-part.ts'
import { recordMessages } from './record.messages.ts'
import { recordStyles } from './record.styles.ts'
import { resultFiles } from './result-files.ts'
import { resultList } from './result-list.ts'
import { moreTexts } from './more-texts.ts'
import { problemsView, type Problems } from './problems-view.ts'

/** Results and notes per page. */
const pageLimit = 10
/** Milliseconds for which the parts that are read wait for the others. */
const patienceMs = 800
/** A link may lead to something that is not among the newest. */
const linkedPageLimit = 50

interface Medicines {
  readonly list: LoadedPages<Prescription>
  /** The newest first. */
  readonly refills: readonly RefillRequest[]
}

/**
 * The health record as the patient reads it: results that were shared, with ranges and the clinician's words, medicines, allergies, health
 * problems, signed notes, documents, among them the files of messages, and recordings of visits. Each part loads and updates independently. The newest result is open, or what `open-id` names.
 *
 * @csspart heading - The heading.
 */
export class VisitRecord extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    patientPageStyles,
    tableStyles,
    plotStyles,
    linePlotStyles,
    recordStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    openId: { attribute: 'open-id' },
    messagesUrl: { attribute: 'messages-url' },
    toggled: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'openId']

  /** The id of the patient. Default: the only patient of the session. */
  declare patientId: string | undefined
  /**
   * The id of the result, medicine or note that is opened and gets the focus, such as the one that a notice announces. Default: the newest
   * result is open.
   */
  declare openId: string | undefined
  /**
   * The page with `<visit-messages>`. A file of a message then links to its thread there: the fragment of the link is the id, for
   * `thread-id`.
   */
  declare messagesUrl: string | undefined
  /** Results that the person opened or closed. */
  declare private toggled: ReadonlyMap<string, boolean>

  #t = this.language.bundle(recordMessages)
  #patient = new PatientChoice(this)
  #results = new ChartPart<LoadedPages<LabResult>>(this)
  #files = resultFiles(this, this.#t, () => this.client)
  #medicines = new ChartPart<Medicines>(this)
  #refill = new RefillPart(
    this,
    this.#t,
    () => this.client,
    () => this.#medicines.refresh(),
  )
  #allergies = new ChartPart<{ readonly asked: boolean; readonly items: readonly Allergy[] }>(this)
  #problems = new ChartPart<Problems>(this)
  #notes = new ChartPart<LoadedPages<NoteSummary>>(this)
  #reading = new NoteReading(this, this.#t, () => this.client)
  #documents = new LazyPart<DocumentsPart>(this, () =>
    import('./documents-part.ts').then(
      ({ DocumentsPart: Part }) =>
        new Part(this, { messagesUrl: () => this.messagesUrl, more: () => moreTexts(this.#t) }),
    ),
  )
  #reported = new LazyPart<ReportedMedicinesPart>(this, () =>
    import('../reported-medicines/reported-medicines-part.ts').then(
      ({ ReportedMedicinesPart: Part }) => new Part(this, 'patient'),
    ),
  )
  #visits = new LazyPart<VisitsPart>(this, () =>
    import('../visit-recordings/visits-part.ts').then(
      ({ VisitsPart: Part }) => new Part(this, () => moreTexts(this.#t)),
    ),
  )
  #showsParts = false
  /** What a link leads to, until its list is loaded. */
  #sought: string | undefined
  #isGone = false

  constructor() {
    super()
    this.toggled = new Map()
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#showsParts = false
    const patience = setTimeout(() => {
      this.#showsParts = true
      this.requestUpdate()
    }, patienceMs)
    signal.addEventListener('abort', () => clearTimeout(patience), { once: true })
    this.#sought = undefined
    this.#isGone = false
    void this.#load(client, signal)
  }

  protected override wipe(): void {
    for (const part of [this.#results, this.#medicines, this.#allergies, this.#problems, this.#notes]) part.reset()
    for (const loaded of [this.#patient, this.#reading, this.#refill, this.#files]) loaded.reset()
    for (const later of [this.#documents, this.#reported, this.#visits]) later.value?.reset()
    this.toggled = new Map()
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    const patientId = await this.#patient.resolve(this.connection, this.patientId)
    if (!patientId || signal.aborted) return
    const follow = <T>(
      part: ChartPart<T>,
      on: readonly LiveTypePattern[],
      load: (context: PartLoadContext) => Promise<T>,
    ): void => part.follow(client, patientId, on, load, signal)
    const limit = this.openId ? linkedPageLimit : pageLimit
    follow(this.#results, ['lab-result.changed'], (context) =>
      context.loadPages('results', client.labs.resultsOfPatient(patientId, { limit }, context)),
    )
    follow(this.#medicines, ['prescription.changed', 'refill.changed'], async (context) => {
      const [list, { items: refills }] = await Promise.all([
        context.loadPages(
          'medicines',
          client.prescriptions.ofPatient(patientId, { active: true, limit: linkedPageLimit }, context),
        ),
        client.refills.list({ patientId, limit: 100 }, context).page(),
      ])
      this.#refill.follow(refills)
      return { list, refills }
    })
    follow(this.#allergies, ['allergy.changed'], (context) => client.allergies.ofPatient(patientId, context))
    follow(this.#problems, ['condition.changed', 'note.changed'], async (context) => {
      const [active, ended] = await Promise.all([
        context.loadPages('problems', client.conditions.ofPatient(patientId, { active: true }, context)),
        context.loadPages('ended', client.conditions.ofPatient(patientId, { active: false }, context)),
      ])
      return { active, ended }
    })
    follow(this.#notes, ['note.changed'], (context) =>
      context.loadPages('notes', client.notes.ofPatient(patientId, { limit }, context)),
    )
    this.#sought = this.openId
    for (const later of [this.#reported, this.#visits, this.#documents])
      void later.fetch().then((part) => signal.aborted || part?.follow(client, patientId, signal))
  }

  #isOpen(result: LabResult): boolean {
    const first = this.openId ?? this.#results.value?.items[0]?.id
    return this.toggled.get(result.id) ?? result.id === first
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (this.#sought) this.#seek(this.#sought)
  }

  /** Opens and focuses what a link leads to, when nothing above it will move it any more. Who followed the link has acted. */
  #seek(id: string): void {
    if (!this.#isRead()) return
    const note = this.#notes.value?.items.find((each) => each.id === id)
    if (note && !this.#reading.isOpen(note)) this.#reading.toggle(note)
    const name = this.renderRoot.querySelector<HTMLElement>(`#item-${CSS.escape(id)}`)
    this.#sought = undefined
    this.#isGone = name === null
    name?.focus()
    if (!name) this.requestUpdate()
  }

  #isRead(): boolean {
    const parts = [this.#results, this.#medicines, this.#allergies, this.#problems, this.#notes]
    const { now } = this.#reported
    return (
      parts.every(({ isRead }) => isRead) && (now.state === 'failed' || (now.state === 'ready' && now.value.isRead))
    )
  }

  /** All of them appear at once: a part that is read sooner would move those below it. A slow one is not waited for. */
  #arePartsShown(): boolean {
    if (!this.#showsParts && this.#isRead()) this.#showsParts = true
    return this.#showsParts
  }

  #parts(): unknown {
    const [t, { format }] = [this.#t, this]
    const more = { waiting: t('loading'), retry: () => this.startAgain() }
    return html`<div class="parts">
      ${this.#results.render(
        'results',
        t('results'),
        (list) => [
          resultList({
            t,
            format,
            results: list.items,
            isOpen: (result) => this.#isOpen(result),
            onToggle: (result) => (this.toggled = new Map(this.toggled).set(result.id, !this.#isOpen(result))),
            level: this.headingLevel + 1,
            files: this.#files,
          }),
          this.#results.below(moreTexts(t), list, 'results', t('results')),
        ],
        more,
      )}
      ${this.#medicines.render(
        'medicines',
        t('medicines'),
        ({ list, refills }) => [
          medicineList(t, format, list.items, (prescription) =>
            this.#refill.render(
              prescription,
              refills.find(({ prescriptionId }) => prescriptionId === prescription.id),
            ),
          ),
          this.#medicines.below(moreTexts(t), list, 'medicines', t('medicines')),
        ],
        more,
      )}
      ${this.#later(this.#reported)}
      ${this.#allergies.render('allergies', t('allergies'), ({ asked, items }) => allergyList(t, asked, items), more)}
      ${this.#problems.render('problems', t('problems'), (problems) => problemsView(this, t, this.#problems, problems), more)}
      ${this.#notes.render('notes', t('notes'), (notes) => [this.#reading.list(notes.items), this.#notes.below(moreTexts(t), notes, 'notes', t('notes'))], more)}
      ${this.#later(this.#documents)} ${this.#later(this.#visits)}
    </div>`
  }

  #later({ now }: LazyPart<DocumentsPart> | LazyPart<ReportedMedicinesPart> | LazyPart<VisitsPart>): unknown {
    if (now.state === 'failed')
      return html`<div class="part">${problemView(this, now.problem, { retry: () => this.startAgain() })}</div>`
    return now.state === 'ready' ? now.value.view() : nothing
  }

  protected override render(): unknown {
    const choice = this.#patient.render()
    if (choice) return choice
    const t = this.#t
    return html`<div class="card">
      <div class="pad tight">
        <h2 id="heading" part="heading" tabindex="-1">${t('heading')}</h2>
        <p class="small muted">${t('intro')}</p>
        ${this.#isGone ? html`<p class="note" role="status">${t('itemGone')}</p>` : nothing}
      </div>
      ${this.#arePartsShown() ? this.#parts() : loadingRows(t('loading'))}
    </div>`
  }
}
