import { html, nothing } from 'lit'
import type { LabResult, NoteVitals, Visit, VisitClient } from '@visitkit/sdk'
import { LazyPart } from '../core/lazy-part.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import type { PatientElement } from '../core/patient-element.ts'
import type { Problem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import type { ReportedMedicinesPart } from '../reported-medicines/reported-medicines-part.ts'
import { problemList, type Problems } from './chart-lists.ts'
import type { ConsentsPanel } from './consents-panel.ts'
import type { BackgroundPanel } from './background-panel.ts'
import type { callRecord } from './call-record.ts'
import type { ChartPart } from './chart-part.ts'
import { moreTexts, type ChartTranslate } from './chart-translate.ts'
import type { FollowUpPanel } from './follow-up-panel.ts'
import type { ProblemPanel } from './problem-panel.ts'
import type { FollowUp } from './read-follow-up.ts'
import type { Outcome } from './read-outcomes.ts'
import type { LoadedPages } from './reload-pages.ts'
import type { createTrendsView } from './trends-view.ts'

interface Parts {
  readonly conditions: ChartPart<Problems>
  readonly results: ChartPart<LoadedPages<LabResult>>
  readonly vitals: ChartPart<readonly NoteVitals[]>
  readonly followUp: ChartPart<FollowUp>
}

/** The parts of the chart whose code is loaded separately: the trends, and the forms that most readers do not use. */
export class ChartDesks {
  readonly #host: PatientElement
  readonly #t: ChartTranslate
  readonly #client: () => VisitClient | null
  readonly #parts: Parts
  readonly #trends: Loader<ReturnType<typeof createTrendsView>>
  readonly #problemDesk: Loader<ProblemPanel>
  readonly #followUpDesk: Loader<FollowUpPanel>
  readonly #callRecord: Loader<ReturnType<typeof callRecord>>
  readonly #background: Loader<BackgroundPanel>
  readonly #reported: LazyPart<ReportedMedicinesPart>
  readonly #consents: LazyPart<ConsentsPanel>

  constructor(host: PatientElement, t: ChartTranslate, client: () => VisitClient | null, parts: Parts) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#parts = parts
    this.#trends = new Loader(host)
    this.#problemDesk = new Loader(host)
    this.#followUpDesk = new Loader(host)
    this.#callRecord = new Loader(host)
    this.#background = new Loader(host)
    this.#consents = new LazyPart(host, () =>
      import('./consents-panel.ts').then(({ ConsentsPanel: Panel }) => new Panel(host)),
    )
    this.#reported = new LazyPart(host, () =>
      import('../reported-medicines/reported-medicines-part.ts').then(
        ({ ReportedMedicinesPart: Part }) => new Part(host, 'clinician'),
      ),
    )
  }

  fetch(): void {
    this.#fetchTrends()
    this.#fetchProblemDesk()
    this.#fetchFollowUpDesk()
  }

  reset(): void {
    this.#problemDesk.value?.reset()
    this.#followUpDesk.value?.reset()
    this.#background.value?.reset()
    this.#reported.value?.reset()
    this.#consents.value?.reset()
  }

  #fetch<Part>(part: Loader<Part>, create: () => Promise<Part>): void {
    if (!part.value) void part.run(create)
  }

  #fetchTrends(): void {
    this.#fetch(this.#trends, async () =>
      (await loadModule(import('./trends-view.ts'))).createTrendsView(this.#host, this.#t),
    )
  }

  #fetchProblemDesk(): void {
    this.#fetch(this.#problemDesk, async () => {
      const { ProblemPanel: Panel } = await loadModule(import('./problem-panel.ts'))
      return new Panel(this.#host, this.#t, this.#client, () => this.#parts.conditions.refresh())
    })
  }

  #fetchFollowUpDesk(): void {
    this.#fetch(this.#followUpDesk, async () => {
      const { FollowUpPanel: Panel } = await loadModule(import('./follow-up-panel.ts'))
      const panel = new Panel(this.#host, this.#client, () => this.#parts.followUp.refresh())
      this.#host.language.refresh()
      await this.#host.language.ready
      return panel
    })
  }

  /** What the patient takes that was not prescribed here. */
  async followReported(client: VisitClient, patientId: string, signal: AbortSignal): Promise<void> {
    const part = await this.#reported.fetch()
    if (!signal.aborted) part?.follow(client, patientId, signal)
  }

  /** It is read in a request of its own, which may be refused before that of the chart. */
  get reportedProblem(): Problem | undefined {
    return this.#reported.value?.problem
  }

  reported(retry: () => void): unknown {
    const { now } = this.#reported
    if (now.state === 'failed') return html`<div class="part">${problemView(this.#host, now.problem, { retry })}</div>`
    return now.state === 'ready' ? now.value.view() : nothing
  }

  /** Reads what the patient says about themselves, when a clinician opens it. */
  async openBackground(): Promise<void> {
    const [client, { patientId }] = [this.#client(), this.#host]
    const panel =
      this.#background.value ??
      (await this.#background.run(async () => {
        const { BackgroundPanel: Panel } = await loadModule(import('./background-panel.ts'))
        const made = new Panel(this.#host, this.#t)
        this.#host.language.refresh()
        await this.#host.language.ready
        return made
      }))
    if (client) panel?.load((signal) => client.patients.background(patientId, { signal }))
  }

  background(): unknown {
    const { value, problem } = this.#background
    const retry = (): void => void this.openBackground()
    return problem ? problemView(this.#host, problem, { retry }) : value?.render(retry)
  }

  /** Reads what the patient agreed to, when a clinician opens it. */
  async openConsents(): Promise<void> {
    const [client, { patientId }] = [this.#client(), this.#host]
    const panel = await this.#consents.fetch()
    if (client) panel?.load(client, patientId)
  }

  consents(): unknown {
    const { value, now } = this.#consents
    const retry = (): void => void this.openConsents()
    return now.state === 'failed' ? problemView(this.#host, now.problem, { retry }) : value?.render(retry)
  }

  /** Needed with a visit only. */
  fetchCallRecord(): void {
    this.#fetch(this.#callRecord, async () => {
      const { callRecord: create } = await loadModule(import('./call-record.ts'))
      const view = create(this.#host)
      this.#host.language.refresh()
      await this.#host.language.ready
      return view
    })
  }

  call(visit: Visit): unknown {
    const { value, problem } = this.#callRecord
    if (problem) return problemView(this.#host, problem, { retry: () => this.fetchCallRecord() })
    return value?.(visit)
  }

  /** The problems, which can be read before the forms are loaded. */
  problems(problems: Problems): unknown {
    const { value, problem } = this.#problemDesk
    const t = this.#t
    const { conditions } = this.#parts
    const { active, ended } = problems
    const below = {
      active: conditions.below(moreTexts(t), active, 'problems', t('problems')),
      ended: conditions.below(moreTexts(t), ended, 'ended', t('pastName'), 'problems'),
    }
    if (value) return value.render(problems, below)
    return [
      problemList(t, this.#host.format, active.items),
      below.active,
      problem ? problemView(this.#host, problem, { retry: () => this.#fetchProblemDesk() }) : '',
    ]
  }

  followUp(open: FollowUp): unknown {
    const { value, problem } = this.#followUpDesk
    if (problem) return problemView(this.#host, problem, { retry: () => this.#fetchFollowUpDesk() })
    return value?.render(open, (list, name) =>
      this.#parts.followUp.below(moreTexts(this.#t), open[list], list, name, 'follow-up'),
    )
  }

  trends(outcomes: readonly Outcome[], restart: () => void): unknown {
    const { value, problem } = this.#trends
    if (problem) return problemView(this.#host, problem, { retry: () => this.#fetchTrends() })
    const { results, vitals } = this.#parts
    const isComplete = [results, vitals].every((part) => part.value ?? part.problem)
    const drawn = value?.({ outcomes, results: results.value?.items ?? [], vitals: vitals.value ?? [], isComplete })
    return vitals.problem ? [problemView(this.#host, vitals.problem, { retry: restart }), drawn] : drawn
  }
}
