import type { TemplateResult } from 'lit'
import type { Appointment, PatientSummary } from '@visitkit/sdk'
import { adoptStyles } from '../../core/adopt-styles.ts'
import { emit } from '../../core/emit.ts'
import { moveFocus } from '../../core/focus.ts'
import { problemView } from '../../core/problem-view.ts'
import { PatientSearch } from '../../core/patient-search.ts'
import { listStyles } from '../../core/styles/list.ts'
import type { VisitElement } from '../../core/visit-element.ts'
import { timeChoiceMessages } from '../../time-choice/time-choice.messages.ts'
import { timeChoiceStyles } from '../../time-choice/time-choice.styles.ts'
import type { TimeView } from '../../time-choice/time-view.ts'
import { TimeChoice } from '../../time-choice/time-choice.ts'
import { minorAloneMessages } from '../minor-alone.messages.ts'
import { panelsStyles } from '../panels.styles.ts'
import { resourceChoiceMessages } from '../resource-choice.messages.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, PanelTarget, ScheduleView } from '../schedule-view.ts'
import { confirmPanel } from './confirm-panel.ts'
import { NewVisitFlow } from './new-visit-flow.ts'
import type { NewVisitView } from './new-visit-view.ts'
import { newVisitMessages } from './new-visit.messages.ts'
import { newVisitStyles } from './new-visit.styles.ts'
import { seriesPanel } from './series-panel.ts'
import { timePanel } from './time-panel.ts'
import { typedPanel } from './typed-panel.ts'
import { whatPanel } from './what-panel.ts'

/** Where the focus goes when the form lacks something. */
const faultFields = {
  patient: '#find-patient',
  type: '#type',
  group: '[part="patients"] button',
  practitioner: '#practitioner',
  one: '#repeats',
} as const

/** "New visit": staff book for a patient, several in a row, or a series, within the rules or outside them. In place of the calendar. */
export class NewVisitPanel implements Panel {
  readonly #schedule: ScheduleView
  readonly #view: NewVisitView
  readonly #flow: NewVisitFlow
  readonly #search: PatientSearch

  constructor(schedule: ScheduleView) {
    const { host } = (this.#schedule = schedule)
    const t = host.language.bundle(newVisitMessages)
    const time = timeForStaff(host, t)
    this.#flow = new NewVisitFlow(host, time.choice)
    this.#search = new PatientSearch(host, {
      find: (by, signal) => schedule.client()?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#add(patient),
      isRefused: ({ id, replacedBy }) => replacedBy !== undefined || this.#flow.patients.some((one) => one.id === id),
    })
    this.#view = {
      ...{ host, t, time, schedule, flow: this.#flow, words: host.language.bundle(resourceChoiceMessages) },
      minorWords: host.language.bundle(minorAloneMessages),
      goTo: (step) => {
        this.#flow.goTo(step)
        void moveFocus(host, '#heading')
      },
    }
    adoptStyles(host, [listStyles, panelsStyles, timeChoiceStyles, newVisitStyles])
  }

  open(_target: PanelTarget, signal: AbortSignal): void {
    const client = this.#schedule.client()
    client?.watch({ types: ['slots.changed'] }, () => void this.#flow.time.refresh(), { signal })
    this.#begin()
  }

  /** Forgets what it shows, and releases what it holds. */
  close(): void {
    this.#search.clear()
    this.#flow.end()
  }

  render(): TemplateResult {
    const { host, t } = this.#view
    const { catalog, step } = this.#flow
    switch (step) {
      case 'what':
        return whatPanel(this.#view, {
          search: this.#search,
          remove: (patient) => this.#remove(patient),
          next: () => this.#findTimes(),
          instead: catalog.problem
            ? problemView(host, catalog.problem, { texts: t, retry: () => this.#begin() })
            : scheduleSkeleton(t('loading')),
        })
      case 'time':
        return timePanel(this.#view)
      case 'typed':
        return typedPanel(this.#view, {
          hold: () => void this.#holdTyped(false),
          holdAnyway: () => void this.#holdTyped(true),
          holdAt: (start) => void this.#holdAt(start),
        })
      case 'series':
        return seriesPanel(this.#view, { look: () => void this.#look(), book: () => void this.#bookSeries() })
      case 'confirm':
        return confirmPanel(this.#view, () => void this.#book())
    }
  }

  #begin(): void {
    const { client, practitionerId, may } = this.#schedule
    const now = client()
    if (now) void this.#flow.begin(now, practitionerId(), may('resource:read'))
  }

  #add(patient: PatientSummary): void {
    const { host, t } = this.#view
    this.#flow.addPatient(patient)
    host.announce(t('patientChosen', { name: patient.displayName }))
    void moveFocus(host, this.#flow.wanted.visitType ? '#find-patient' : '#type')
  }

  #remove(patient: PatientSummary): void {
    this.#flow.removePatient(patient.id)
    void moveFocus(this.#view.host, '#find-patient')
  }

  #findTimes(): void {
    const { host } = this.#view
    const isReady = this.#flow.findTimes()
    const { fault } = this.#flow
    if (isReady) void moveFocus(host, '#heading')
    else if (fault) void moveFocus(host, faultFields[fault])
  }

  async #holdTyped(isAnyway: boolean): Promise<void> {
    const { host, goTo } = this.#view
    const isHeld = await this.#flow.holdTyped(isAnyway)
    if (isHeld) return goTo('confirm')
    const field = { time: '#day', reason: '#override-reason', practitioner: '#override-practitioner' } as const
    const { missing } = this.#flow.typed
    if (missing) await moveFocus(host, field[missing])
  }

  async #holdAt(start: string): Promise<void> {
    this.#flow.typed.begin(start)
    if (await this.#flow.time.choose(start)) return this.#view.goTo('confirm')
    this.#view.goTo('time')
  }

  async #look(): Promise<void> {
    const { host, t } = this.#view
    if (await this.#flow.look()) return moveFocus(host, '#occurrences')
    const { fault } = this.#flow.series
    const field = {
      ...{ firstDay: '#first-day', clock: '#series-clock', weeks: '#weeks' },
      ...{ count: '#count, #last-day', lastDay: '#last-day' },
    } as const
    if (fault) await moveFocus(host, field[fault])
    else if (this.#flow.series.preview.problem) host.announce(t('nothingBooked'))
  }

  async #book(): Promise<void> {
    const booked = await this.#flow.book()
    if (booked) this.#finish(booked)
    else if (this.#flow.booking.problem) await moveFocus(this.#view.host, '#heading')
  }

  async #bookSeries(): Promise<void> {
    const booked = await this.#flow.bookSeries()
    if (booked) this.#finish(booked)
    else if (this.#flow.series.booking.problem) await moveFocus(this.#view.host, '#occurrences')
  }

  /** Back to the calendar, at the first of the visits. */
  #finish(booked: readonly Appointment[]): void {
    const { host, t, minorWords } = this.#view
    const [first] = booked
    if (!first) return
    const names = [...new Set(booked.map(({ patient }) => patient?.displayName ?? t('patient')))]
    const values = {
      ...{ names: host.format.and(names), time: host.format.moment(first.start) },
      practitioner: first.practitioner.displayName,
    }
    const done = booked.length === 1 ? t('booked', values) : t('bookedSeveral', { ...values, count: booked.length })
    for (const { id, patientId } of booked) emit(host, 'visit-booked', { appointmentId: id, patientId })
    this.#schedule.finish(first.consentedByMinor === true ? `${done} ${minorWords('aloneDone')}` : done, first)
  }
}

/** The choice of a time, with the words of refusals for staff. */
const timeForStaff = (host: VisitElement, t: NewVisitView['t']): TimeView => {
  const texts = host.language.bundle(timeChoiceMessages)
  const choice = new TimeChoice(host, texts)
  const raw: typeof texts.raw = (key) => t.raw(key) ?? texts.raw(key)
  const words: typeof texts = Object.assign(((...all: Parameters<typeof texts>) => texts(...all)) as typeof texts, {
    ...{ rich: texts.rich, raw },
  })
  return { host, choice, t: words }
}
