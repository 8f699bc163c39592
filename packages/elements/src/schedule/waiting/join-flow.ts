import type { DayPart, PatientSummary, PractitionerSummary, VisitType, WaitlistEntry } from '@visitkit/sdk'
import { dependsOnState } from '../../core/depends-on-state.ts'
import { addDays, dayKey } from '../../core/format.ts'
import { IdempotencyKeys } from '../../core/idempotency-keys.ts'
import { Loader } from '../../core/loader.ts'
import { mayConsentAlone } from '../minor-alone.ts'
import type { ScheduleView } from '../schedule-view.ts'

/** What can be chosen. */
interface JoinChoices {
  readonly visitTypes: readonly VisitType[]
  readonly practitioners: readonly PractitionerSummary[]
}

const SUGGESTED_DAYS = 14
/** As long as the contract allows. */
const MOST_DAYS = 89

/** Puts a patient on the waitlist, without rendering. */
export class JoinFlow {
  readonly choices: Loader<JoinChoices>
  readonly joining: Loader<WaitlistEntry>
  patient: PatientSummary | null = null
  visitTypeId = ''
  /** Empty: any. */
  practitionerId = ''
  /** Where the patient will be. Empty: in their home state. */
  chosenState = ''
  from = ''
  to = ''
  /** Whether the patient said so, and is a minor. */
  consentsAlone = false
  readonly weekdays = new Set<number>()
  readonly dayParts = new Set<DayPart>()
  /** What the person has not entered yet, after they pressed the button. */
  missing: 'patient' | 'type' | 'days' | null = null
  readonly #view: ScheduleView
  readonly #keys = new IdempotencyKeys()

  constructor(view: ScheduleView) {
    this.#view = view
    this.choices = new Loader(view.host)
    this.joining = new Loader(view.host)
  }

  get today(): string {
    return dayKey(new Date().toISOString(), this.#view.host.format.zone)
  }

  get lastDay(): string {
    return addDays(this.from || this.today, MOST_DAYS)
  }

  /** Those who work in the specialty of the visit. */
  get practitioners(): readonly PractitionerSummary[] {
    const { practitioners = [] } = this.choices.value ?? {}
    const specialty = this.#visitType?.specialty
    return practitioners.filter(({ specialties }) => specialty !== undefined && specialties.includes(specialty))
  }

  /** Where the patient will be. Undefined where it changes nothing. */
  get state(): string | undefined {
    return this.patient && this.#visitType && dependsOnState(this.#visitType)
      ? this.chosenState || this.patient.state
      : undefined
  }

  get #visitType(): VisitType | undefined {
    return this.choices.value?.visitTypes.find(({ id }) => id === this.visitTypeId)
  }

  /** Whether staff are asked if the patient consents alone. */
  get mayConsentAlone(): boolean {
    return mayConsentAlone(this.#visitType, this.patient)
  }

  begin(): void {
    this.reset()
    this.from = this.today
    this.to = addDays(this.from, SUGGESTED_DAYS)
    this.read()
  }

  read(): void {
    const client = this.#view.client()
    if (!client) return
    void this.choices.run(async (signal) => {
      const [visitTypes, practitioners] = await Promise.all([
        client.visitTypes.list({ limit: 100 }, { signal }).toArray(500),
        client.practitioners.list({ limit: 100 }, { signal }).toArray(500),
      ])
      return { visitTypes: visitTypes.filter(({ active }) => active), practitioners }
    })
  }

  async join(): Promise<WaitlistEntry | undefined> {
    const { patient, visitTypeId, from, to, practitionerId } = this
    const client = this.#view.client()
    this.missing = !patient ? 'patient' : !visitTypeId ? 'type' : !from || !to || to < from ? 'days' : null
    if (!client || !patient || this.missing || this.joining.busy) return undefined
    const body = {
      ...{ patientId: patient.id, visitTypeId, from, to },
      ...(this.practitioners.some(({ id }) => id === practitionerId) && { practitionerId }),
      ...(this.state && { state: this.state }),
      ...(this.weekdays.size > 0 && { weekdays: [...this.weekdays].toSorted() }),
      ...(this.dayParts.size > 0 && { dayParts: [...this.dayParts] }),
      ...(this.consentsAlone && this.mayConsentAlone && { minorConsentsAlone: true }),
    }
    return this.joining.run((signal) => client.waitlist.join(body, { signal, ...this.#keys.for('join', body) }))
  }

  reset(): void {
    this.patient = null
    this.visitTypeId = this.practitionerId = this.chosenState = this.from = this.to = ''
    this.weekdays.clear()
    this.dayParts.clear()
    this.consentsAlone = false
    this.missing = null
    this.choices.reset()
    this.joining.reset()
    this.#keys.done()
  }
}
