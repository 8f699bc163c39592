import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type {
  Allergy,
  ChartCondition,
  LabResult,
  LiveTypePattern,
  Note,
  NoteSummary,
  Prescription,
  RefillRequest,
  VisitClient,
} from '@visitkit/sdk'
import { ChartPart, type MoreTexts, type PartLoadContext } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import { allergyList, problemList } from './health-lists.ts'
import { medicineList } from './medicine-list.ts'
import { noteList, noteText } from './note-list.ts'
import { RefillPart } from './refill-part.ts'
import { recordMessages } from './record.messages.ts'
import { recordStyles } from './record.styles.ts'
import { resultList } from './result-list.ts'
import type { RecordTranslate } from './result-words.ts'

/** Results and notes per page. */
const pageLimit = 10
/** Milliseconds for which the parts that are read wait for the others. */
const patienceMs = 800

const moreTexts = (t: RecordTranslate): MoreTexts => ({
  more: t('more'),
  goesOn: (count) => t('goesOn', { count }),
  moreOf: (name) => t('moreOf', { more: t('more'), name }),
})

interface Medicines {
  readonly list: LoadedPages<Prescription>
  /** The newest first. */
  readonly refills: readonly RefillRequest[]
}

interface Problems {
  readonly active: LoadedPages<ChartCondition>
  readonly ended: LoadedPages<ChartCondition>
}

/**
 * The health record as the patient reads it: results that were shared, with ranges and the clinician's words, medicines, allergies, health
 * problems and signed notes. Each part loads and updates independently. The newest result is open.
 *
 * @csspart heading - The heading.
 */
export class VisitRecord extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    patientPageStyles,
    tableStyles,
    plotStyles,
    recordStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    resultId: { attribute: 'result-id' },
    toggled: { state: true, attribute: false },
  }
  static override restartOn = ['patientId']

  /** The id of the patient. Default: the only patient of the session. */
  declare patientId: string | undefined
  /** The id of the result that is open at first. Default: the newest. */
  declare resultId: string | undefined
  /** Results that the person opened or closed. */
  declare private toggled: ReadonlyMap<string, boolean>

  #t = this.language.bundle(recordMessages)
  #patient = new PatientChoice(this)
  #results = new ChartPart<LoadedPages<LabResult>>(this)
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
  #note = new Loader<Note>(this)
  #file = new Loader<true>(this)
  #openNote: string | null = null
  #showsParts = false

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
    void this.#load(client, signal)
  }

  protected override wipe(): void {
    for (const part of [this.#results, this.#medicines, this.#allergies, this.#problems, this.#notes]) part.reset()
    for (const loader of [this.#patient, this.#note, this.#file, this.#refill]) loader.reset()
    this.#openNote = null
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
    follow(this.#results, ['lab-result.changed'], (context) =>
      context.loadPages('results', client.labs.resultsOfPatient(patientId, { limit: pageLimit }, context)),
    )
    follow(this.#medicines, ['prescription.changed', 'refill.changed'], async (context) => {
      const [list, { items: refills }] = await Promise.all([
        context.loadPages('medicines', client.prescriptions.ofPatient(patientId, { active: true }, context)),
        client.refills.list({ patientId, limit: 100 }, context).page(),
      ])
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
      context.loadPages('notes', client.notes.ofPatient(patientId, { limit: pageLimit }, context)),
    )
  }

  #isOpen(result: LabResult): boolean {
    const first = this.resultId ?? this.#results.value?.items[0]?.id
    return this.toggled.get(result.id) ?? result.id === first
  }

  #toggleNote({ id }: NoteSummary): void {
    const { client } = this
    this.#openNote = this.#openNote === id ? null : id
    this.#note.reset()
    if (client && this.#openNote) void this.#note.run((signal) => client.notes.get(id, { signal }))
  }

  async #download({ id }: NoteSummary): Promise<void> {
    const { client } = this
    if (!client || this.#file.busy) return
    this.announce(this.#t('downloading'))
    const done = await this.#file.run(async (signal) => {
      saveFile(await client.notes.pdf(id, { signal }), `${this.#t('fileName')}.pdf`)
      return true as const
    })
    if (done) this.announce(this.#t('downloaded'))
  }

  #reader(): unknown {
    const { now } = this.#note
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, again: () => this.startAgain() })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('readingNote')}</p>`
    return noteText(this.#t, this.format, now.value)
  }

  #notesPart(notes: LoadedPages<NoteSummary>): unknown {
    const t = this.#t
    return [
      this.#file.problem ? problemView(this, this.#file.problem, { texts: t }) : '',
      noteList({
        t,
        format: this.format,
        items: notes.items,
        openId: this.#openNote,
        reader: this.#openNote ? this.#reader() : '',
        busy: this.#file.busy,
        onToggle: (note) => this.#toggleNote(note),
        onDownload: (note) => void this.#download(note),
      }),
      this.#notes.below(moreTexts(t), notes, 'notes', t('notes')),
    ]
  }

  #problemsPart({ active, ended }: Problems): unknown {
    const [t, { format }] = [this.#t, this]
    return [
      problemList(t, format, active.items),
      this.#problems.below(moreTexts(t), active, 'problems', t('problems')),
      ended.items.length === 0
        ? ''
        : html`<details>
            <summary>${t('pastProblems')}</summary>
            ${problemList(t, format, ended.items)}
            ${this.#problems.below(moreTexts(t), ended, 'ended', t('pastProblems'), 'problems')}
          </details>`,
    ]
  }

  /** All of them appear at once: a part that is read sooner would move those below it. A slow one is not waited for. */
  #arePartsShown(): boolean {
    const parts = [this.#results, this.#medicines, this.#allergies, this.#problems, this.#notes]
    if (!this.#showsParts && parts.every((part) => part.isRead)) this.#showsParts = true
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
      ${this.#allergies.render('allergies', t('allergies'), ({ asked, items }) => allergyList(t, asked, items), more)}
      ${this.#problems.render('problems', t('problems'), (problems) => this.#problemsPart(problems), more)}
      ${this.#notes.render('notes', t('notes'), (notes) => this.#notesPart(notes), more)}
    </div>`
  }

  protected override render(): unknown {
    const choice = this.#patient.render()
    if (choice) return choice
    const t = this.#t
    return html`<div class="card">
      <div class="pad tight">
        <h2 id="heading" part="heading" tabindex="-1">${t('heading')}</h2>
        <p class="small muted">${t('intro')}</p>
      </div>
      ${this.#arePartsShown() ? this.#parts() : loadingRows(t('loading'))}
    </div>`
  }
}
