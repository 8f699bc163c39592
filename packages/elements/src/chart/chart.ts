import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type {
  Allergy,
  LabResult,
  LiveTypePattern,
  Note,
  NoteSummary,
  NoteVitals,
  Patient,
  Prescription,
  VisitClient,
} from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { fetchPart } from '../core/fetch-part.ts'
import { dayKey } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { pageOfWorkStyles } from '../core/styles/page-of-work.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import { AllergyDesk } from './allergy-desk.ts'
import { medicineList, noteList, problemList, resultList, whoView, type Problems } from './chart-lists.ts'
import { ChartPart, type Reading } from './chart-part.ts'
import { chartMessages } from './chart.messages.ts'
import { chartStyles } from './chart.styles.ts'
import type { FollowUpDesk } from './follow-up-desk.ts'
import { noteReader } from './note-reader.ts'
import type { ProblemDesk } from './problem-desk.ts'
import { readFollowUp, type FollowUp } from './read-follow-up.ts'
import { readOutcomes, type Outcome } from './read-outcomes.ts'
import type { SoFar } from './read-so-far.ts'
import type { trendsOf } from './trends-view.ts'
import { whoBrief } from './who-brief.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-open-note-requested': CustomEvent<{ noteId: string; visitId: string }>
  }
}

/** Latest results and notes that stand in an overview; more of them when somebody asks. */
const latest = 8

/**
 * What is known of a patient, on one surface: allergies, problems, medicines, results, notes, and how they change over time. Each
 * part is read and followed by itself. `brief` is one line for the head of a page of work.
 *
 * @fires visit-open-note-requested - {CustomEvent<{ noteId: string, visitId: string }>} Before a note is shown inside. Cancel it to show the note yourself.
 * @csspart heading - The heading.
 */
export class VisitChart extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, pageOfWorkStyles, tableStyles, chartStyles]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    questionnaires: {},
    brief: { type: Boolean },
  }
  static override restartOn = ['patientId', 'questionnaires', 'brief']

  /** Whose chart. */
  declare patientId: string
  /** Codes of the questionnaires whose scores are shown, parted by spaces. */
  declare questionnaires: string
  /** Shows only who it is, the allergies and the latest scores, to stand above what somebody works on. */
  declare brief: boolean

  #t = this.language.bundle(chartMessages)
  #patient = new ChartPart<Patient>(this)
  #allergies = new ChartPart<{ readonly asked: boolean; readonly items: readonly Allergy[] }>(this)
  #conditions = new ChartPart<Problems>(this)
  #medicines = new ChartPart<SoFar<Prescription>>(this)
  #results = new ChartPart<SoFar<LabResult>>(this)
  #notes = new ChartPart<SoFar<NoteSummary>>(this)
  #outcomes = new ChartPart<readonly Outcome[]>(this)
  #vitals = new ChartPart<readonly NoteVitals[]>(this)
  #followUp = new ChartPart<FollowUp>(this)
  #reading = new Loader<Note>(this)
  #open: string | null = null
  #trends = new Loader<ReturnType<typeof trendsOf>>(this)
  #problemDesk = new Loader<ProblemDesk>(this)
  #followUpDesk = new Loader<FollowUpDesk>(this)
  #allergyDesk = new AllergyDesk(
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
    this.#forget()
    const follow = <T>(
      part: ChartPart<T>,
      on: readonly LiveTypePattern[],
      read: (reading: Reading) => Promise<T>,
    ): void => part.follow(client, patientId, on, read, signal)
    follow(this.#patient, ['visit.changed'], (reading) => client.patients.get(patientId, reading))
    follow(this.#allergies, ['allergy.changed'], (reading) => client.allergies.ofPatient(patientId, reading))
    follow(this.#outcomes, ['intake.changed'], (reading) =>
      readOutcomes(client, patientId, this.questionnaires, reading),
    )
    if (this.brief) return
    this.#fetchTrends()
    this.#fetchProblemDesk()
    this.#fetchFollowUpDesk()
    follow(this.#conditions, ['note.changed', 'condition.changed'], async (reading) => {
      const [active, ended, me] = await Promise.all([
        reading.soFar('problems', client.conditions.ofPatient(patientId, { active: true }, reading)),
        reading.soFar('ended', client.conditions.ofPatient(patientId, { active: false }, reading)),
        this.connection?.me(),
      ])
      return { active, ended, mayChange: me?.permissions.includes('note:sign') ?? false }
    })
    follow(this.#medicines, ['prescription.changed'], (reading) =>
      reading.soFar('medicines', client.prescriptions.ofPatient(patientId, { active: true }, reading)),
    )
    follow(this.#results, ['lab-result.changed'], (reading) =>
      reading.soFar('results', client.labs.resultsOfPatient(patientId, { limit: latest }, reading)),
    )
    follow(this.#notes, ['note.changed'], (reading) =>
      reading.soFar('notes', client.notes.ofPatient(patientId, { limit: latest }, reading)),
    )
    follow(this.#vitals, ['note.changed'], async (reading) => (await client.vitals.ofPatient(patientId, reading)).items)
    follow(this.#followUp, ['task.changed', 'referral.changed'], (reading) =>
      readFollowUp(client, patientId, this.connection?.me(), reading),
    )
  }

  #fetch<Part>(part: Loader<Part>, make: () => Promise<Part>): void {
    if (!part.value) void part.run(make)
  }

  #fetchTrends(): void {
    this.#fetch(this.#trends, async () => (await fetchPart(import('./trends-view.ts'))).trendsOf(this, this.#t))
  }

  /** Most who look at problems change none. */
  #fetchProblemDesk(): void {
    this.#fetch(this.#problemDesk, async () => {
      const { ProblemDesk: Desk } = await fetchPart(import('./problem-desk.ts'))
      return new Desk(
        this,
        this.#t,
        () => this.client,
        () => this.#conditions.refresh(),
      )
    })
  }

  #fetchFollowUpDesk(): void {
    this.#fetch(this.#followUpDesk, async () => {
      const { FollowUpDesk: Desk } = await fetchPart(import('./follow-up-desk.ts'))
      const desk = new Desk(
        this,
        () => this.client,
        () => this.#followUp.refresh(),
      )
      this.language.refresh()
      await this.language.ready
      return desk
    })
  }

  #forget(): void {
    this.#open = null
    this.#reading.reset()
    this.#problemDesk.value?.forget()
    this.#followUpDesk.value?.forget()
    this.#allergyDesk.forget()
  }

  protected override wipe(): void {
    for (const part of [
      this.#patient,
      this.#allergies,
      this.#conditions,
      this.#medicines,
      this.#results,
      this.#notes,
      this.#outcomes,
      this.#vitals,
      this.#followUp,
    ])
      part.forget()
    this.#forget()
    this.announce('')
  }

  #read({ id, visitId }: NoteSummary): void {
    const { client } = this
    if (!client) return
    if (this.#open === id) {
      this.#open = null
      this.#reading.reset()
      return
    }
    if (!emit(this, 'visit-open-note-requested', { noteId: id, visitId })) return
    this.#open = id
    void this.#reading.run((signal) => client.notes.get(id, { signal }))
  }

  #reader(): TemplateResult {
    const { now } = this.#reading
    if (now.state === 'failed') return problemView(this, now.problem)
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('readingNote')}</p>`
    return noteReader(this.#t, this.format, now.value)
  }

  #problemsPart(problems: Problems): unknown {
    const { value, problem } = this.#problemDesk
    const t = this.#t
    const { active, ended } = problems
    const below = {
      active: this.#conditions.below(t, active, 'problems', t('problems')),
      ended: this.#conditions.below(t, ended, 'ended', t('pastName'), 'problems'),
    }
    if (value) return value.render(problems, below)
    return [
      problemList(t, this.format, active.items),
      below.active,
      problem ? problemView(this, problem, { retry: () => this.#fetchProblemDesk() }) : '',
    ]
  }

  #followUpPart(open: FollowUp): unknown {
    const { value, problem } = this.#followUpDesk
    if (problem) return problemView(this, problem, { retry: () => this.#fetchFollowUpDesk() })
    return value?.render(open, (list, name) => this.#followUp.below(this.#t, open[list], list, name, 'follow-up'))
  }

  #trendsPart(outcomes: readonly Outcome[]): unknown {
    const { value, problem } = this.#trends
    if (problem) return problemView(this, problem, { retry: () => this.#fetchTrends() })
    const [results, vitals] = [this.#results, this.#vitals]
    const isWhole = [results, vitals].every((part) => part.value ?? part.problem)
    const drawn = value?.({ outcomes, results: results.value?.items ?? [], vitals: vitals.value ?? [], isWhole })
    return vitals.problem ? [problemView(this, vitals.problem, { retry: () => this.startAgain() }), drawn] : drawn
  }

  protected override render(): unknown {
    const t = this.#t
    const { format } = this
    const waiting = t('loading')
    const more = { waiting, retry: () => this.startAgain() }
    const patient = this.#patient.value
    const today = dayKey(new Date().toISOString(), format.zone)
    if (this.brief) return whoBrief(t, format, patient, today, this.#allergies.value, this.#outcomes.value ?? [])
    return html`<div class="card">
      <div class="who tight">
        <h2 part="heading">${t('heading')}</h2>
        ${patient ? whoView(t, format, patient, today) : ''}
      </div>
      <div class="parts">
        ${this.#allergies.render(
          'allergies',
          t('allergies'),
          ({ asked, items }) => this.#allergyDesk.render(asked, items),
          { ...more, action: this.#allergyDesk.addButton },
        )}
        ${this.#conditions.render('problems', t('problems'), (problems) => this.#problemsPart(problems), more)}
        ${this.#medicines.render('medicines', t('medicines'), (list) => [medicineList(t, format, list.items), this.#medicines.below(t, list, 'medicines', t('medicines'))], more)}
        ${this.#notes.render(
          'notes',
          t('notes'),
          (notes) => [
            noteList({
              t,
              format,
              items: notes.items,
              open: this.#open,
              reader: this.#open ? this.#reader() : null,
              onRead: (note) => this.#read(note),
            }),
            this.#notes.below(t, notes, 'notes', t('notes')),
          ],
          more,
        )}
        ${this.#results.render('results', t('results'), (list) => [resultList(t, format, list.items), this.#results.below(t, list, 'results', t('results'))], more)}
        ${this.#followUp.render('follow-up', t('followUp'), (open) => this.#followUpPart(open), more)}
        ${this.#outcomes.render('outcomes', t('outcomes'), (outcomes) => this.#trendsPart(outcomes), more)}
      </div>
    </div>`
  }
}
