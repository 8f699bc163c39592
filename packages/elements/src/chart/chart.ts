import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type {
  Alert,
  Allergy,
  LabResult,
  LiveTypePattern,
  NoteSummary,
  NoteVitals,
  Patient,
  Prescription,
  Visit,
  VisitClient,
} from '@visitkit/sdk'
import { LazyPart } from '../core/lazy-part.ts'
import { dayKey } from '../core/format.ts'
import { problemView } from '../core/problem-view.ts'
import { workspaceStyles } from '../core/styles/workspace.ts'
import { tableStyles } from '../core/styles/table.ts'
import { linePlotStyles } from '../core/plot/line-plot.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { VisitElement } from '../core/visit-element.ts'
import type { VisitsPart } from '../visit-recordings/visits-part.ts'
import type { EmergencyPart } from './emergency-part.ts'
import { AllergyPanel } from './allergy-panel.ts'
import { medicationList, noteList, resultList, patientHeader, type Problems } from './chart-lists.ts'
import { ChartDesks } from './chart-desks.ts'
import { ChartPart, type PartLoadContext } from './chart-part.ts'
import { moreTexts } from './chart-translate.ts'
import { chartMessages } from './chart.messages.ts'
import { chartStyles } from './chart.styles.ts'
import { NoteReader } from './note-reader.ts'
import { readFollowUp, type FollowUp } from './read-follow-up.ts'
import { readOutcomes, type Outcome } from './read-outcomes.ts'
import { alertWords, readSafetyAlerts, safetyChips } from './safety-alerts.ts'
import type { LoadedPages } from './reload-pages.ts'
import { patientBanner } from './patient-banner.ts'
import { VisitReason } from './visit-reason.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-open-note-requested': CustomEvent<{ noteId: string; visitId: string }>
  }
}

/** Number of latest results and notes in the overview. A button loads more. */
const latestLimit = 8

/**
 * A patient's data on one surface: allergies, problems, medications, results, notes, and trends over time. Each part loads and updates
 * independently. With `brief` it is one line for the head of a work page.
 *
 * @fires visit-open-note-requested - {CustomEvent<{ noteId: string, visitId: string }>} Before a note is shown inside. Cancel it to show
 *   the note yourself.
 * @csspart heading - The heading.
 */
export class VisitChart extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    workspaceStyles,
    tableStyles,
    plotStyles,
    linePlotStyles,
    chartStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    visitId: { attribute: 'visit-id' },
    questionnaires: {},
    brief: { type: Boolean },
  }
  static override restartOn = ['patientId', 'visitId', 'questionnaires', 'brief']

  /** The patient's id. */
  declare patientId: string
  /** The visit whose reason is shown with `brief`, and whose call is described without. Default: none. */
  declare visitId: string | undefined
  /** Codes of the questionnaires whose scores are shown, separated by spaces. */
  declare questionnaires: string
  /** Shows only the patient, the allergies and the latest scores, as a banner above other work. */
  declare brief: boolean

  #t = this.language.bundle(chartMessages)
  #alertWords = alertWords(this)
  #safety = new ChartPart<readonly Alert[]>(this)
  #patient = new ChartPart<Patient>(this)
  #reason = new VisitReason(this)
  #allergies = new ChartPart<{ readonly asked: boolean; readonly items: readonly Allergy[] }>(this)
  #conditions = new ChartPart<Problems>(this)
  #medicines = new ChartPart<LoadedPages<Prescription>>(this)
  #results = new ChartPart<LoadedPages<LabResult>>(this)
  #notes = new ChartPart<LoadedPages<NoteSummary>>(this)
  #outcomes = new ChartPart<readonly Outcome[]>(this)
  #vitals = new ChartPart<readonly NoteVitals[]>(this)
  #followUp = new ChartPart<FollowUp>(this)
  #visits = new LazyPart<VisitsPart>(this, () =>
    import('../visit-recordings/visits-part.ts').then(
      ({ VisitsPart: Part }) => new Part(this, () => moreTexts(this.#t)),
    ),
  )
  #emergency = new LazyPart<EmergencyPart>(this, () =>
    import('./emergency-part.ts').then(({ EmergencyPart: Part }) => new Part(this)),
  )
  #call = new ChartPart<Visit>(this)
  #reading = new NoteReader(
    this,
    this.#t,
    () => this.client,
    async () => this.connection?.me(),
  )
  #desks = new ChartDesks(this, this.#t, () => this.client, {
    conditions: this.#conditions,
    results: this.#results,
    vitals: this.#vitals,
    followUp: this.#followUp,
  })
  #allergyDesk = new AllergyPanel(
    this,
    this.#t,
    () => this.client,
    () => this.#allergies.refresh(),
  )

  constructor() {
    super()
    this.patientId = ''
    this.questionnaires = 'phq-9 gad-7'
    this.brief = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId } = this
    if (!patientId) return
    this.#clear()
    // All that the chart shows at first is read in one request.
    const { together } = client
    const follow = <T>(
      part: ChartPart<T>,
      on: readonly LiveTypePattern[],
      load: (context: PartLoadContext) => Promise<T>,
    ): void => part.follow(client, patientId, on, load, signal)
    follow(this.#patient, ['visit.changed'], (context) => together.patients.get(patientId, context))
    follow(this.#safety, ['alert.changed'], (context) => readSafetyAlerts(together, patientId, context))
    follow(this.#allergies, ['allergy.changed'], (context) => together.allergies.ofPatient(patientId, context))
    follow(this.#outcomes, ['intake.changed'], (context) =>
      readOutcomes(together, patientId, this.questionnaires, context),
    )
    void this.#followEmergency(client, signal)
    if (this.brief && this.visitId) this.#reason.follow(client, this.visitId, signal)
    if (this.brief) return
    this.#desks.fetch()
    void this.#desks.followReported(client, patientId, signal)
    const { visitId } = this
    if (visitId) {
      this.#desks.fetchCallRecord()
      follow(this.#call, ['visit.changed', 'seat.changed'], (context) => together.visits.get(visitId, context))
    }
    follow(this.#conditions, ['note.changed', 'condition.changed'], async (context) => {
      const [active, ended, me] = await Promise.all([
        context.loadPages('problems', together.conditions.ofPatient(patientId, { active: true }, context)),
        context.loadPages('ended', together.conditions.ofPatient(patientId, { active: false }, context)),
        this.connection?.me(),
      ])
      return { active, ended, mayChange: me?.permissions.includes('note:sign') ?? false }
    })
    follow(this.#medicines, ['prescription.changed'], (context) =>
      context.loadPages('medicines', together.prescriptions.ofPatient(patientId, { active: true }, context)),
    )
    follow(this.#results, ['lab-result.changed'], (context) =>
      context.loadPages('results', together.labs.resultsOfPatient(patientId, { limit: latestLimit }, context)),
    )
    follow(this.#notes, ['note.changed'], (context) =>
      context.loadPages('notes', together.notes.ofPatient(patientId, { limit: latestLimit }, context)),
    )
    follow(
      this.#vitals,
      ['note.changed'],
      async (context) => (await together.vitals.ofPatient(patientId, {}, context)).items,
    )
    follow(this.#followUp, ['task.changed', 'referral.changed'], (context) =>
      readFollowUp(together, patientId, this.connection?.me(), context),
    )
    void this.#visits.fetch().then((part) => signal.aborted || part?.followVisit(client, patientId, visitId, signal))
  }

  /** Only for those who may open a chart in an emergency. */
  async #followEmergency(client: VisitClient, signal: AbortSignal): Promise<void> {
    const me = await this.connection?.me().catch(() => null)
    if (!me?.permissions.includes('emergency-access:open') || signal.aborted) return
    const part = await this.#emergency.fetch()
    if (!signal.aborted) part?.follow(client, this.patientId, signal)
  }

  #clear(): void {
    this.#reason.reset()
    this.#reading.reset()
    this.#desks.reset()
    this.#allergyDesk.reset()
  }

  protected override wipe(): void {
    for (const part of [
      this.#safety,
      this.#patient,
      this.#allergies,
      this.#conditions,
      this.#medicines,
      this.#results,
      this.#notes,
      this.#outcomes,
      this.#vitals,
      this.#followUp,
      this.#call,
    ])
      part.reset()
    this.#visits.value?.reset()
    this.#emergency.value?.reset()
    this.#clear()
    this.announce('')
  }

  #toggleNote(note: NoteSummary): void {
    this.#reading.toggle(note)
    this.#visits.value?.noteToggled(note, this.#reading)
  }

  /** What is read when a clinician opens it. */
  #onOpen(read: () => Promise<void>): (event: Event) => void {
    return ({ target }) => void ((target as HTMLDetailsElement).open && read())
  }

  protected override render(): unknown {
    const t = this.#t
    const { format } = this
    const waiting = t('loading')
    const more = { waiting, retry: () => this.startAgain() }
    const { value: patient } = this.#patient
    // All parts of the chart are refused for the same reason, so one refusal is shown: the first that came.
    const refusal = [this.#patient.problem, this.#desks.reportedProblem].find(
      (problem) => problem?.code === 'no_treatment_relationship',
    )
    if (refusal)
      return html`<div class="card pad stack">
        <h2 part="heading">${t('heading')}</h2>
        ${problemView(this, refusal, { again: () => this.startAgain() })}
        ${this.brief ? '' : this.#emergency.value?.offer()}
      </div>`
    const banner = this.#emergency.value?.banner(this.brief)
    const today = dayKey(new Date().toISOString(), format.zone)
    const safety = safetyChips(t, this.#alertWords, this.#safety.value ?? [])
    if (this.brief) {
      const [allergies, outcomes, visit] = [this.#allergies.value, this.#outcomes.value ?? [], this.#reason.value ?? {}]
      return html`${banner}${patientBanner(t, format, today, { patient, allergies, outcomes, safety, visit })}`
    }
    return html`${banner}
      <div class="card">
        <div class="who tight">
          <h2 part="heading">${t('heading')}</h2>
          ${patient ? patientHeader(t, format, patient, today) : ''}
          ${
            patient
              ? html`<details @toggle=${this.#onOpen(() => this.#desks.openBackground())}>
                    <summary class="small">${t('background')}</summary>
                    ${this.#desks.background()}
                  </details>
                  <details @toggle=${this.#onOpen(() => this.#desks.openConsents())}>
                    <summary class="small">${t('consents')}</summary>
                    ${this.#desks.consents()}
                  </details>`
              : ''
          }
          ${safety.length > 0 ? html`<div class="row wrap">${safety}</div>` : ''}
        </div>
        <div class="parts">
          ${this.#allergies.render(
            'allergies',
            t('allergies'),
            ({ asked, items }) => this.#allergyDesk.render(asked, items),
            { ...more, action: this.#allergyDesk.addButton },
          )}
          ${this.#conditions.render('problems', t('problems'), (problems) => this.#desks.problems(problems), more)}
          ${this.#medicines.render('medicines', t('medicines'), (list) => [medicationList(t, format, list.items), this.#medicines.below(moreTexts(t), list, 'medicines', t('medicines'))], more)}
          ${this.#desks.reported(() => this.startAgain())}
          ${this.#notes.render(
            'notes',
            t('notes'),
            (notes) => [
              noteList({
                t,
                format,
                items: notes.items,
                openNoteId: this.#reading.openId,
                noteView: [this.#reading.view(), this.#visits.value?.ofNote()],
                onRead: (note) => this.#toggleNote(note),
              }),
              this.#notes.below(moreTexts(t), notes, 'notes', t('notes')),
            ],
            more,
          )}
          ${this.#results.render('results', t('results'), (list) => [resultList(t, format, list.items), this.#results.below(moreTexts(t), list, 'results', t('results'))], more)}
          ${this.#followUp.render('follow-up', t('followUp'), (open) => this.#desks.followUp(open), more)}
          ${this.#outcomes.render('outcomes', t('outcomes'), (outcomes) => this.#desks.trends(outcomes, () => this.startAgain()), more)}
          ${this.#visits.value?.view()}
          ${this.visitId ? this.#call.render('call', t('call'), (visit) => this.#desks.call(visit), more) : ''}
        </div>
      </div>`
  }
}
